import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openText } from '../../src/index.js';
import { joinModel, placeInRule, splitModel } from '../../web/model/rule-text.js';
import { ROOT } from '../support/command.js';

const MODEL = `title: Made up # kept
groups:
  A: First
rule:
  # what the handbook calls 3.1
  - at least 55 credits
  - any of: # one will do
      - at least 3 units from A # or more
      - all of:
          - at most 2 units from A
          - "units 'X: 1', Y need unit Z"
# after the rule
notes:
  - one
`;

describe('a model file as a rule in lines', () => {
  it('has one statement a line, lists set in by two, comments kept, and the rest as it was', () => {
    const { before, rule, after } = splitModel(MODEL);
    expect(rule?.split('\n')).toEqual([
      '# what the handbook calls 3.1',
      'at least 55 credits',
      'any of:',
      '  # one will do',
      '  # or more',
      '  at least 3 units from A',
      '  all of:',
      '    at most 2 units from A',
      "    units 'X: 1', Y need unit Z",
    ]);
    expect(before).toBe('title: Made up # kept\ngroups:\n  A: First\n');
    expect(after).toContain('notes:\n  - one\n');
  });

  it('comes back as a file that says the same', () => {
    const files = readdirSync(`${ROOT}/models`).filter((name) => name.endsWith('.yaml'));
    const texts = [MODEL, ...files.map((name) => readFileSync(`${ROOT}/models/${name}`, 'utf8'))];
    expect(files.length).toBe(5);
    for (const text of texts) expect(parse(joinModel(splitModel(text)))).toEqual(parse(text));
  });

  it('reads every line again as it was typed, whatever stands in it', () => {
    const line = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((text) => text.replace(/\s+/g, ' ').trim())
      .filter(
        (text) => text !== '' && !text.startsWith('#') && !/^(?:any|all|none) of:$/.test(text) && !/\p{Cc}/u.test(text),
      );
    const wrong = fc.check(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
        const parts = { before: 'title: T\n', rule: lines.join('\n'), after: '' };
        const read: unknown = (parse(joinModel(parts)) as { rule: unknown }).rule;
        return JSON.stringify(read) === JSON.stringify(lines);
      }),
      { numRuns: 2000 },
    );
    expect(wrong.counterexample).toBeNull();
  });

  it('knows in which line and column of the rule a place of the file is', () => {
    const parts = splitModel(MODEL);
    const written = joinModel(parts).split('\n');
    for (const [text, line] of [
      ['55 credits', 1],
      ['3 units from A', 5],
      ['2 units from A', 7],
      ['Y need unit Z', 8],
    ] as const) {
      const at = written.findIndex((it) => it.includes(text));
      const place = placeInRule(parts, { line: at + 1, column: (written[at] ?? '').indexOf(text) + 1 });
      expect(place?.line).toBe(line);
      expect(parts.rule?.split('\n')[line]?.slice(place?.column)).toBe(text);
    }
    expect(placeInRule(parts, { line: 1, column: 1 })).toBeNull();
  });

  it('leaves a file alone whose rule is no list of sentences', () => {
    for (const text of ['title: T\n', 'rule: 5\n', 'rule:\n  - [a, b]\n', 'rule: [\n', '']) {
      const parts = splitModel(text);
      expect(parts.rule).toBeNull();
      expect(joinModel(parts)).toBe(text);
    }
  });

  it('gives the answers of the file that it was made of', async () => {
    const model = readFileSync(`${ROOT}/models/ocr-level-3-diploma-customer-service.yaml`, 'utf8');
    const units = readFileSync(`${ROOT}/data/ocr-level-3-diploma-customer-service.csv`, 'utf8');
    const answer = await openText({ model: joinModel(splitModel(model)), units }).pathway();
    expect(answer.status === 'optimal' && answer.objectives[0]?.value).toBe(289);
  });
});
