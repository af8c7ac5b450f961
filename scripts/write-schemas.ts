/** Writes the JSON Schemas of the model file and of every answer to where they ship: `npm run schema`. */
import { writeFileSync } from 'node:fs';
import { modelJsonSchema } from '../src/read/model/model-json-schema.js';
import { answerSchemas } from './answer-schemas.js';

const write = (name: string, schema: object): void =>
  writeFileSync(new URL(`../schema/${name}.schema.json`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);

write('model', modelJsonSchema());
for (const [name, schema] of answerSchemas()) write(name, schema);
