/** Writes the JSON Schema of the model file to where it ships: `npm run schema`. */
import { writeFileSync } from 'node:fs';
import { modelJsonSchema } from '../src/read/model/model-json-schema.js';

writeFileSync(
  new URL('../schema/model.schema.json', import.meta.url),
  `${JSON.stringify(modelJsonSchema(), null, 2)}\n`,
);
