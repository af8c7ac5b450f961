import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A piece of a JSON Schema. */
type JsonSchema = Readonly<Record<string, unknown>>;

/** A schema of the library: a type by its name among the definitions. */
interface DocumentSchema {
  readonly $ref: string;
  readonly definitions: JsonSchema;
}

const { resolve } = createRequire(import.meta.url);

const read = (name: string): DocumentSchema =>
  JSON.parse(readFileSync(resolve(`qualpath/schema/${name}.schema.json`), 'utf8')) as DocumentSchema;

const OUTCOMES = ['answered', 'no-pathway', 'bad-input', 'wrong-usage', 'limit', 'failed', 'disputed'];

const FILES = {
  type: 'array',
  description: 'Files that belong to the answer; written says whether they are on the disk.',
  items: {
    type: 'object',
    properties: { path: { type: 'string' }, text: { type: 'string' } },
    required: ['path', 'text'],
  },
};

/**
 * What the structured content of a tool looks like: how the answer came out, the document of the library with its own
 * schema, and what is worth knowing about the input. A call that is refused has no document.
 */
export function outputSchemaOf(name: string): JsonSchema & { readonly type: 'object' } {
  const [document, issues] = [read(name), read('check')];
  return {
    type: 'object',
    properties: {
      outcome: { enum: OUTCOMES, description: 'How the answer came out.' },
      document: { $ref: document.$ref },
      issues: { $ref: issues.$ref, description: 'Warnings, and every error of a call that is refused.' },
      files: FILES,
      written: { type: 'boolean' },
    },
    required: ['outcome', 'issues'],
    definitions: { ...issues.definitions, ...document.definitions },
  };
}
