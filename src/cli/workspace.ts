import { statSync } from 'node:fs';
import { error } from '../domain/issue.js';
import { openLibrary, type Library } from '../node/library.js';
import { Refusal } from './refusal.js';

/** The qualifications at hand: those of `models` here (or of the folder given), then those of the package. */
export function openWorkspace(models?: string): Library {
  if (models !== undefined && !isFolder(models)) {
    throw new Refusal([error('no-folder', `There is no folder ${models}.`, { option: `--models ${models}` })]);
  }
  return openLibrary(models === undefined ? {} : { userModels: models });
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
