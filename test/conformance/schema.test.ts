import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseStatement } from '../../src/notation/parse-statement.js';
import { modelJsonSchema, STATEMENT_EXAMPLES } from '../../src/read/model/model-json-schema.js';
import { ROOT } from '../support/command.js';

const shipped: unknown = JSON.parse(readFileSync(join(ROOT, 'schema', 'model.schema.json'), 'utf8'));
const validate = new Ajv({ strict: true, allowUnionTypes: true, allowMatchingProperties: true }).compile(
  modelJsonSchema(),
);

const models = [
  ...['models', 'test/conformance/rules'].flatMap((folder) =>
    readdirSync(join(ROOT, folder)).map((name) => join(folder, name)),
  ),
  'test/support/titled.yaml',
  'test/support/versioned.yaml',
];

/** What the schema finds wrong, by its place in the model. */
function faultsOf(model: unknown): string[] {
  return validate(model) ? [] : [...new Set((validate.errors ?? []).map(({ instancePath }) => instancePath))];
}

const MODEL = { title: 'Draft', units: 'units.csv', groups: { A: 'Mandatory units' } };

describe('the JSON Schema of the model file', () => {
  it('is shipped as it is (npm run schema writes it)', () => {
    expect(shipped).toEqual(modelJsonSchema());
  });

  it.each(models)('accepts %s', (file) => {
    expect(faultsOf(parse(readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['any of', ['all units from A']],
    ['at least 3 of', ['at least 5 credits', { 'none of': ['at least 1 unit from B'] }]],
    ['A minimum of two of the following', ['at least 5 credits']],
  ])('accepts %j above a list', (word, parts) => {
    expect(faultsOf({ ...MODEL, rule: [{ [word]: parts }] })).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['any off', ['all units from A']],
    ['any of', []],
    ['any of', 'all units from A'],
    ['at least 15 credits from B', null],
    ['any of', [{ 'all off': ['all units from A'] }]],
  ])('finds a fault in %j above %j', (word, parts) => {
    expect(faultsOf({ ...MODEL, rule: [{ [word]: parts }] })).toContain('/rule/0');
  });

  it('finds a fault in a key that is misspelt or missing', () => {
    expect(faultsOf({ ...MODEL, rule: ['all units from A'], titel: 'Draft' })).toEqual(['']);
    expect(faultsOf({ title: 'Draft', rule: ['all units from A'] })).toEqual(['']);
  });

  it('offers statements that can be read', () => {
    const names = {
      groups: ['A', 'B', 'C'],
      units: ['X', 'Y', 'Z'].map((ref) => ({ ref, urn: null })),
      columns: [],
      parameters: [],
    };
    const source = { option: 'example' };
    const unread = STATEMENT_EXAMPLES.filter((text) => !parseStatement({ kind: 'line', text, source }, names).ok);
    expect(unread).toEqual([]);
  });
});
