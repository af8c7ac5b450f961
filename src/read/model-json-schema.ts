import * as z from 'zod/mini';
import { modelSchema } from './model-schema.js';

/**
 * The shape of a model file as a JSON Schema (draft 7, which editors read), with a description of every key, so that
 * an editor completes and explains them.
 */
export function modelJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(modelSchema, { target: 'draft-7', io: 'input' });
  return {
    $schema,
    title: 'Qualification model',
    description: 'A qualification and its rule of combination, as read by qualpath.',
    ...rest,
  };
}
