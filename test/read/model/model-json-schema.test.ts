import { describe, expect, it } from 'vitest';
import { modelJsonSchema } from '../../../src/read/model/model-json-schema.js';

const schema = modelJsonSchema();
const properties = schema['properties'] as Record<string, { description?: string }>;

describe('modelJsonSchema', () => {
  it('is a draft 7 schema that refuses unknown keys', () => {
    expect(schema).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'object',
      additionalProperties: false,
      anyOf: [{ required: ['title', 'units', 'groups', 'rule'] }, { required: ['versions'] }],
    });
  });

  it('knows the keys of a model, each with words for an editor to show', () => {
    expect(Object.keys(properties)).toEqual([
      'title',
      'awarding-organisation',
      'number',
      'level',
      'valid-from',
      'valid-to',
      'units',
      'sheet',
      'groups',
      'rule',
      'titles',
      'parameters',
      'equivalents',
      'published',
      'sources',
      'notes',
      'versions',
    ]);
    for (const property of Object.values(properties)) expect(property.description).toMatch(/^[A-Z].*\.$/);
  });

  it('lets statements nest', () => {
    expect(schema).toMatchObject({
      properties: { rule: { items: { $ref: '#/definitions/statement' } } },
      definitions: { statement: { anyOf: [{ type: 'string' }, { type: 'object' }] } },
    });
  });

  it('can be written as JSON', () => {
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  });
});
