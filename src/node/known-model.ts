import { success, type Result } from '../domain/result.js';
import type { KnownModel } from '../import/update/known-model.js';
import { findModelFile } from './library.js';
import { originOf } from './model-origin.js';
import { readTextFile } from './read-text-file.js';

/** A model that is to be updated, by its id or the path of its file. Errors: no such model, a folder of versions, and those of its file. */
export function knownModel(idOrPath: string): Result<KnownModel> {
  const found = findModelFile(idOrPath);
  if (!found.ok) return found;
  const { id, file } = found.value;
  const text = readTextFile(file);
  return text.ok ? success({ ...originOf(id, file), text: text.value }) : text;
}
