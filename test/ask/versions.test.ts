import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { answererOf, type CohortQuestion } from '../../src/ask/answers/cohort.js';
import { InputError } from '../../src/ask/input-error.js';
import { openText } from '../../src/ask/open-text.js';
import { openModels } from '../../src/node/open.js';
import { qualpath } from '../support/command.js';

const path = fileURLToPath(new URL('../support/versioned.yaml', import.meta.url));
const model = readFileSync(path, 'utf8');
const session = openText({ model, today: '2026-11-28' });
const folder = mkdtempSync(join(tmpdir(), 'qualpath-versions-'));
afterAll(() => rmSync(folder, { recursive: true }));

const glh = async (question: object): Promise<unknown> => {
  const { glh: found } = (await session.range(question)) as { readonly glh?: { readonly min: number } };
  return found?.min;
};

describe('a model of several versions', () => {
  it('is answered by the version that could be started on the day', async () => {
    expect(await glh({ asOf: '2025-08-31' })).toBe(30);
    expect(await glh({ asOf: '2025-09-01' })).toBe(54);
    expect(await glh({ asOf: '2026-09-01' })).toBe(90);
    expect(await glh({})).toBe(90);
  });

  it('keeps a learner on the version of the day of registration', async () => {
    expect(await glh({ registeredOn: '2026-08-31', asOf: '2026-11-28' })).toBe(54);
    const { issues } = await session.answers.audit({ registeredOn: '2026-01-01', achieved: ['MX 1', 'MX 2'] });
    expect(issues.map(({ code }) => code)).toEqual(['version-chosen', 'as-of-today']);
    expect(await session.audit({ registeredOn: '2026-01-01', achieved: ['MX 1', 'MX 2'] })).toMatchObject({
      complete: true,
    });
    expect(await session.audit({ achieved: ['MX 1', 'MX 2'] })).toMatchObject({ complete: false });
  });

  it('merges each version over the rest and reads it whole', () => {
    const { specification } = session;
    expect(specification).toMatchObject({ title: 'Certificate in Carpentry', valid: { from: '2026-09-01', to: null } });
    expect(session.show()).toMatchObject({
      versions: ['until 2025-08-31', 'from 2025-09-01', 'from 2026-09-01'],
      rule: [{}, { statement: 'at least 15 credits' }],
    });
  });

  it('has no version on a day before or after all of them', async () => {
    const early = openText({ model: model.replace('  - valid-to: 2025-08-31', '  - valid-from: 2024-09-01') });
    const asked = early.range({ registeredOn: '2023-01-01' });
    await expect(asked).rejects.toThrow('No version of this qualification could be started on 2023-01-01');
    await expect(early.range({ registeredOn: 'then' })).rejects.toThrow("'then' is no day");
  });

  it('is checked in every version, and what is the same is told once', async () => {
    const impossible = model.replace('at least 15 credits', 'at least 99 credits');
    const issues = await openText({ model: impossible, today: '2026-11-28' }).check();
    const never = issues.filter(({ code }) => code === 'never-met');
    expect(never).toHaveLength(1);
    expect(never[0]?.source).toMatchObject({ line: 21 });
    const dated = await openText({ model: impossible }).check({ registeredOn: '2026-01-01' });
    expect(dated.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('a model with mistakes in its versions', () => {
  const refusal = (text: string): string[] => {
    try {
      openText({ model: text });
      return [];
    } catch (thrown) {
      if (!(thrown instanceof InputError)) throw thrown;
      return thrown.issues.map(({ code, message }) => `${code} ${message}`);
    }
  };

  it.each([
    [
      'two that begin on one day',
      model.replace('valid-from: 2026-09-01', 'valid-from: 2025-09-01'),
      /^version-not-clear .*begin on 2025-09-01/,
    ],
    [
      'a list that is none',
      model.replace(/versions:[^]*/, 'versions: 2026\n'),
      /^wrong-value 'versions' must be a list/,
    ],
    [
      'a version that is none',
      model.replace(/versions:[^]*/, 'versions:\n  - 2026\n'),
      /^wrong-value A version is needed here/,
    ],
    [
      'a key of a version that is none',
      model.replace('valid-to: 2025', 'valid-til: 2025'),
      /^unknown-key 'valid-til' is no key of a model/,
    ],
    ['a unit in the rest of the model', model.replace('level: 2, credit: 3', 'level: 99, credit: 3'), /^unknown-level/],
  ])('is told %s, once', (_, text, message) => {
    expect(refusal(text)).toEqual([expect.stringMatching(message)]);
  });
});

describe('a cohort of a model with versions', () => {
  const table =
    'learner,ref,registered-on\nL1,MX 1,2024-01-01\nL2,MX 1,2026-01-01\nL2,MX 2,\nL3,MX 1,2026-10-01\nL4,MX 1,\n';

  it('answers each learner by the version of the day of registration', async () => {
    writeFileSync(join(folder, 'learners.csv'), table);
    const args = ['cohort', path, '--from', join(folder, 'learners.csv'), '--as-of', '2026-11-28'];
    const { out, code } = await qualpath(args);
    expect(code).toBe(0);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ learner, complete, newGlh, version }) => [learner, complete, newGlh, version])).toEqual([
      ['L1', false, 30, 'until 2025-08-31'],
      ['L2', true, 0, 'from 2025-09-01'],
      ['L3', false, 66, 'from 2026-09-01'],
      ['L4', false, 66, 'from 2026-09-01'],
    ]);
  });

  it('can be told to a thread', async () => {
    const { question } = session.cohort({ asOf: '2026-11-28' });
    const [, ...rows] = table.split('\n');
    const bytes = new TextEncoder().encode(rows.join('\n'));
    const extras = { statuses: [], credit: null, registeredOn: 2 };
    const form = { format: 'csv', delimiter: ',', learner: 0, ref: 1, width: 3, extras } as const;
    const answersOf = async (asked: CohortQuestion): Promise<string> => {
      const answer = answererOf(asked, () => Promise.resolve());
      return new TextDecoder().decode((await answer({ bytes, form, after: null }, () => false)).bytes);
    };
    expect(await answersOf(structuredClone(question))).toBe(await answersOf(question));
    expect(await answersOf(question)).toContain('"version":"until 2025-08-31"');
  });

  it('leaves out a learner of a day without a version, with the place', async () => {
    const early = join(folder, 'early.yaml');
    writeFileSync(early, model.replace('  - valid-to: 2025-08-31', '  - valid-from: 2024-09-01'));
    writeFileSync(join(folder, 'early.csv'), table.replace('2024-01-01', '2020-01-01'));
    const { out, err, code } = await qualpath(['cohort', early, '--from', join(folder, 'early.csv'), '--keep-going']);
    expect(code).toBe(3);
    expect(err).toContain(
      'early.csv:2:1: error: No version of this qualification could be started on 2020-01-01, when L1 registered.',
    );
    expect(out.trim().split('\n')).toHaveLength(3);
  });
});

describe('a folder of versions', () => {
  it('is one qualification, in the library and by its path', async () => {
    const own = join(folder, 'models', 'carpentry');
    mkdirSync(own, { recursive: true });
    const [base = ''] = model.split('versions:');
    writeFileSync(join(own, '2025.yaml'), `${base}valid-from: 2025-09-01\n`);
    writeFileSync(join(own, '2026.yaml'), `${base.replace('9 credits', '15 credits')}valid-from: 2026-09-01\n`);
    const workspace = openModels({ userModels: join(folder, 'models') });
    expect(workspace.list().document.map(({ id }) => id)).toContain('carpentry');
    expect(await workspace.open('carpentry').range({ asOf: '2026-01-01' })).toMatchObject({ glh: { min: 54 } });
    expect(await workspace.open(own).range({ asOf: '2026-10-01' })).toMatchObject({ glh: { min: 90 } });
  });

  it('is left out of progress on a day without a version', async () => {
    const workspace = openModels({ userModels: join(folder, 'models') });
    const { document, issues } = await workspace.progress({ achieved: ['MX 1'], asOf: '2020-01-01' });
    expect(document.map(({ id }) => id)).not.toContain('carpentry');
    expect(issues).toContainEqual(expect.objectContaining({ code: 'no-version', severity: 'warning' }));
    const later = await workspace.progress({ achieved: ['MX 1'], asOf: '2026-01-01' });
    expect(later.document.find(({ id }) => id === 'carpentry')).toMatchObject({ status: 'optimal', newGlh: 30 });
  });
});

describe('--registered-on', () => {
  const option = ['--registered-on', '2026-01-01'];
  const asked = ['solve', 'range', 'alternatives', 'units', 'audit', 'export'].map((name) => [name, path]);

  it.each([...asked, ['progress', '--achieved', 'MX 1', '--models', join(folder, 'all')]])(
    'is heard by %s',
    async (...args) => {
      const models = join(folder, 'all');
      mkdirSync(models, { recursive: true });
      writeFileSync(join(models, 'carpentry.yaml'), model);
      const { err } = await qualpath([...args, ...option, '--as-of', '2026-11-28']);
      expect(err).toContain(
        '--registered-on 2026-01-01: note: Certificate in Carpentry: the version that may be started',
      );
      expect(err).toContain('started from 2025-09-01 is looked at');
    },
  );

  it.each([
    ['a unit a row', 'learner,ref,registered-on\nL1,MX 1,2026-01-01\n'],
    ['a markbook', 'learner,registered-on,MX 1,MX 2\nL1,2026-01-01,pass,\n'],
  ])('is advised where a file of held units says so: %s', async (name, text) => {
    const held = join(folder, `${name}.csv`);
    writeFileSync(held, text);
    const args = ['audit', path, '--achieved', held, '--as-of', '2026-11-28'];
    const { err } = await qualpath(args);
    expect(err).toContain('--registered-on 2026-01-01 looks at the version of that day');
    expect(err).not.toContain('left out');
    const { err: told } = await qualpath([...args, ...option]);
    expect(told).not.toContain('looks at the version of that day');
    writeFileSync(held, text.replace('2026-01-01', '2026-10-01'));
    expect((await qualpath(args)).err).not.toContain('looks at the version');
    writeFileSync(held, text.replace('2026-01-01', '1.1.2026'));
    const { code, err: refused } = await qualpath(args);
    expect([code, refused.includes(':2:') && refused.includes("'1.1.2026' is no day")]).toEqual([3, true]);
  });
});
