import * as z from 'zod/mini';
import { modelSchema } from './model-schema.js';

/** A piece of a JSON Schema. */
type JsonSchema = Record<string, unknown>;

/**
 * The shape of a model file as a JSON Schema (draft 7, which editors read), with a description of every key, so that
 * an editor completes and explains them.
 */
export function modelJsonSchema(): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(modelSchema, {
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      if (z.globalRegistry.get(zodSchema)?.id === 'statement') Object.assign(jsonSchema, STATEMENT);
    },
  });
  const { properties, required, ...others } = rest as JsonSchema & {
    properties: JsonSchema;
    required: readonly string[];
  };
  const version = { type: 'object', minProperties: 1, properties, additionalProperties: false };
  return {
    $schema,
    title: 'Qualification model',
    description: 'A qualification and its rule of combination, as read by qualpath.',
    ...others,
    properties: {
      ...properties,
      versions: {
        type: 'array',
        minItems: 1,
        items: version,
        description:
          'Versions of the qualification, each with what differs from the rest of this file, and the days on which it may be started.',
      },
    },
    // A version may bring what the rest of the model leaves out.
    anyOf: [requiring(required), requiring(['versions'])],
  };
}

function requiring(required: readonly string[]): JsonSchema {
  return { properties: Object.fromEntries(required.map((key) => [key, true])), required };
}

/** Every form of the notation once, for an editor to offer. */
export const STATEMENT_EXAMPLES = [
  'all units from A',
  'at least 55 credits',
  'exactly 31 credits from A',
  'at most 9 credits from C',
  'between 6 and 9 credits from B or C',
  'at least 3 units from B',
  'at least 120 GLH',
  'at least 40 credits at level 3 or above',
  'at least 10 credits from outside A',
  'at least 4 credits from units X, Y',
  'at least 50% of credits from B or C are at level 2 or above',
  'more than 50% of credits are at level 5',
  'no units from B at level 1',
  'at least 2 units from B except unit X',
  'at most one unit of each title',
  'at most one of units X, Y',
  'all or none of units X, Y',
  'units X, Y need unit Z',
  'any unit from C needs at least 2 units from B',
  'at least 2 of groups A, B, C',
  'units from C do not count',
  'units that cannot be started on 2026-09-01 do not count',
  'at most 50% of credits are achieved already',
  'at most 20 credits are achieved already',
];

const LIST = { type: 'array', minItems: 1, items: { $ref: '#/definitions/statement' } };

/** The words that stand above a list of statements, with what they ask of it. */
const LISTS: JsonSchema = {
  'any of': { ...LIST, description: 'At least one of these statements holds.' },
  'all of': { ...LIST, description: 'Every one of these statements holds.' },
  'none of': { ...LIST, description: 'Not one of these statements holds.' },
  'at least 2 of': { ...LIST, description: 'At least so many of these statements hold.' },
  'exactly 1 of': { ...LIST, description: 'Exactly so many of these statements hold.' },
};

/** A line of words, or one of the words above a list: as precise as a schema can be; the words are read elsewhere. */
const STATEMENT: JsonSchema = {
  anyOf: [
    { type: 'string', minLength: 1, examples: STATEMENT_EXAMPLES },
    {
      type: 'object',
      minProperties: 1,
      maxProperties: 1,
      properties: LISTS,
      // Any figure, and any way to write the words that the notation reads: 'A minimum of 2 of the following'.
      patternProperties: { '\\S\\s+[Oo][Ff](\\s+[Tt][Hh][Ee]\\s+[Ff][Oo][Ll][Ll][Oo][Ww][Ii][Nn][Gg])?\\s*$': LIST },
      additionalProperties: false,
    },
  ],
};
