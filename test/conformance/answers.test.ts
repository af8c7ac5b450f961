import { Ajv } from 'ajv';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerSchemas } from '../../scripts/answer-schemas.js';
import { qualpath, ROOT } from '../support/command.js';

const OCR = 'ocr-level-3-diploma-customer-service';
const LEVEL_1 = 'level-1-certificate-customer-service';
/** What no pathway of the Level 1 Certificate keeps to. */
const NONE = [LEVEL_1, '--also', 'at most 100 GLH'];

/** Command lines by the schema that their documents keep, an answer of each kind among them. */
const ANSWERS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  solve: [
    ['solve', OCR],
    ['solve', ...NONE],
    ['solve', OCR, '--achieved', 'K/506/2169', '--confirm'],
    ['solve', OCR, '--time-limit', '0.000001'],
  ],
  range: [
    ['range', LEVEL_1],
    ['range', ...NONE],
    ['range', LEVEL_1, '--distribution'],
  ],
  'range-titles': [
    ['range', 'test/support/titled.yaml', '--titles'],
    ['range', LEVEL_1, '--titles'],
  ],
  alternatives: [
    ['alternatives', OCR, '-k', '3', '--within', '2'],
    ['alternatives', ...NONE],
  ],
  units: [
    ['units', OCR],
    ['units', LEVEL_1, '--maximise', 'glh', '--sort', 'share'],
    ['units', ...NONE],
  ],
  explain: [
    ['explain', LEVEL_1],
    ['explain', ...NONE],
  ],
  audit: [
    ['audit', OCR, '--achieved', 'data/samples/achieved.csv'],
    ['audit', ...NONE, '--achieved', 'CS 1'],
  ],
  progress: [['progress', '--achieved', 'data/samples/achieved.csv']],
  match: [['match', 'level-4-diploma-customer-service', OCR]],
  check: [['check', `models/${OCR}.yaml`, 'level-2-diploma-customer-service', 'models/none.yaml', 'none']],
  compare: [
    ['compare', LEVEL_1, OCR],
    ['compare', OCR, OCR, '--cohort', 'data/samples/cohort.csv'],
  ],
  tune: [
    ['tune', LEVEL_1, '--aim', 'least GLH >= 120', '--may-change', '3'],
    ['tune', LEVEL_1, '--aim', 'least GLH >= 150', '--aim', 'most GLH <= 140', '--statement', '3=17..40'],
  ],
  report: [
    ['report', LEVEL_1, '--date', '2026-09-01'],
    ['report', OCR, LEVEL_1],
  ],
  overlap: [
    ['overlap', OCR, LEVEL_1],
    ['overlap', OCR],
  ],
  deliver: [
    ['deliver', OCR, LEVEL_1, '--frontier', '--minimise', 'units'],
    ['deliver', OCR, LEVEL_1, '--max-units', '15'],
    ['deliver', OCR, '--exclude', 'L/506/2150'],
    ['deliver', OCR, '--time-limit', '0.000001'],
    ['deliver', OCR, '--cohort', 'data/samples/cohort.csv', '--capacity', '30'],
    ['deliver', OCR, '--cohort', 'data/samples/cohort.csv', '--min-class', '20'],
  ],
  list: [['list']],
  verify: [
    ['verify', 'data/samples/certificate.json'],
    ['verify', 'data/samples/certificate.json', '--model', OCR],
  ],
  export: [
    ['export', OCR],
    ['export', OCR, '--minimise', 'units'],
  ],
  bench: [['bench', 'planted', 'learners', '--quick', '--runs', '1', '--solver', 'yalps', '--solver', 'diagram']],
  show: [
    ['show', OCR],
    ['show', 'level-2-diploma-customer-service'],
  ],
};

const schemaOf = (name: string): object =>
  JSON.parse(readFileSync(join(ROOT, 'schema', `${name}.schema.json`), 'utf8')) as object;

describe.each(Object.entries(ANSWERS))('the JSON of %s', (name, commands) => {
  const validate = new Ajv({ strict: false }).compile(schemaOf(name));

  const printed = new Map<readonly string[], unknown>();

  it.each(commands.map((args) => [args.join(' '), args] as const))('keeps its schema: %s', async (_, args) => {
    const document: unknown = JSON.parse((await qualpath([...args, '--json'])).out);
    expect([validate(document), validate.errors]).toEqual([true, null]);
    printed.set(args, document);
  });

  it('would not keep it without one of its fields', () => {
    const document = printed.get(commands[0] ?? []);
    const one = Array.isArray(document) ? (document[0] as object) : (document as object);
    for (const field of ['id', 'qualification', 'unit', 'code', 'qualifications', 'delivered'].filter(
      (key) => key in one,
    )) {
      const less = Object.fromEntries(Object.entries(one).filter(([key]) => key !== field));
      expect(validate(Array.isArray(document) ? [less] : less)).toBe(false);
    }
  });
});

describe('the lines of cohort', () => {
  it('keep their schema', async () => {
    const validate = new Ajv({ strict: false }).compile(schemaOf('cohort-line'));
    const { out } = await qualpath(['cohort', OCR, '--from', 'data/samples/cohort.csv', '--json']);
    const lines = out.trim().split('\n');
    expect(lines.map((line) => validate(JSON.parse(line)))).toEqual(lines.map(() => true));
    expect(lines).toHaveLength(12);
  });
});

describe('the lines of sweep', () => {
  it('keep their schema', async () => {
    const validate = new Ajv({ strict: false }).compile(schemaOf('sweep-line'));
    const { out } = await qualpath(['sweep', LEVEL_1, '--statement', '3=17..60:4', '--json']);
    const lines = out.trim().split('\n');
    expect(lines.map((line) => validate(JSON.parse(line)))).toEqual(lines.map(() => true));
    expect(lines.some((line) => line.includes('infeasible'))).toBe(true);
  });
});

describe('the schemas that ship', () => {
  it('are what the types of the documents say; npm run schema writes them anew', () => {
    const made = answerSchemas();
    for (const [name, schema] of made) {
      expect([name, schemaOf(name)]).toEqual([name, schema]);
    }
    const names = [...made.map(([name]) => name), 'model'].map((name) => `${name}.schema.json`);
    expect(readdirSync(join(ROOT, 'schema')).toSorted()).toEqual(names.toSorted());
  });
});
