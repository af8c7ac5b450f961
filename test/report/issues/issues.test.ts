import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { CheckDocument } from '../../../src/report/documents/check.js';
import { renderGithub } from '../../../src/report/issues/github.js';
import { sarifLog } from '../../../src/report/issues/sarif.js';

type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

const ISSUES: CheckDocument = [
  {
    code: 'never-met',
    severity: 'error',
    message: "'at least 5 units' can never be met.",
    source: { file: 'my models/a,b:c.yaml', line: 4, column: 5 },
  },
  { code: 'group-not-mentioned', severity: 'warning', message: '100% of\nA', source: null },
  { code: 'setting', severity: 'note', message: 'Odd.', source: { option: '--set x=1' } },
  {
    code: 'never-met',
    severity: 'error',
    message: 'Again.',
    source: { file: 'C:\\rules\\b c.yaml', line: 1, column: 1 },
  },
  { code: 'never-met', severity: 'error', message: 'Root.', source: { file: '/rules/b.yaml', line: 2, column: 1 } },
];

describe('issues for GitHub Actions', () => {
  it('are workflow commands with their places, what would end one escaped', () => {
    expect(renderGithub(ISSUES).split('\n')).toEqual([
      "::error file=my models/a%2Cb%3Ac.yaml,line=4,col=5,title=never-met::'at least 5 units' can never be met.",
      '::warning title=group-not-mentioned::100%25 of%0AA',
      '::notice title=setting::--set x=1: Odd.',
      '::error file=C%3A\\rules\\b c.yaml,line=1,col=1,title=never-met::Again.',
      '::error file=/rules/b.yaml,line=2,col=1,title=never-met::Root.',
    ]);
  });
});

describe('issues as a SARIF log', () => {
  // The type of the standard: whether the log has it is checked when the tests are compiled.
  const log = sarifLog(ISSUES, '1.2.3') satisfies Frozen<Log>;
  const [run] = log.runs;

  it('names the tool and each kind of issue once', () => {
    expect(log.version).toBe('2.1.0');
    expect(run.tool.driver).toEqual({
      name: 'qualpath',
      version: '1.2.3',
      rules: [{ id: 'group-not-mentioned' }, { id: 'never-met' }, { id: 'setting' }],
    });
  });

  it('gives each issue its kind, level, message and place', () => {
    expect(
      run.results.map(({ ruleId, ruleIndex, level, message }) => [ruleId, ruleIndex, level, message.text]),
    ).toEqual([
      ['never-met', 1, 'error', "'at least 5 units' can never be met."],
      ['group-not-mentioned', 0, 'warning', '100% of\nA'],
      ['setting', 2, 'note', '--set x=1: Odd.'],
      ['never-met', 1, 'error', 'Again.'],
      ['never-met', 1, 'error', 'Root.'],
    ]);
    const places = run.results.map(({ locations }) => locations.map(({ physicalLocation }) => physicalLocation));
    expect(places).toEqual([
      [{ artifactLocation: { uri: 'my%20models/a%2Cb%3Ac.yaml' }, region: { startLine: 4, startColumn: 5 } }],
      [],
      [],
      [{ artifactLocation: { uri: 'file:///C:/rules/b%20c.yaml' }, region: { startLine: 1, startColumn: 1 } }],
      [{ artifactLocation: { uri: 'file:///rules/b.yaml' }, region: { startLine: 2, startColumn: 1 } }],
    ]);
  });
});
