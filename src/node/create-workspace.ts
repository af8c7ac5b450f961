import { copyFileSync, constants, lstatSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { error, type Issue } from '../domain/issue.js';
import { failure, success, type Result } from '../domain/result.js';
import { startOf } from '../read/text/text-places.js';
import { makeFolder } from './make-folder.js';
import { STARTER_ID, STARTER_MODEL, STARTER_UNITS } from './starter-files.js';
import { codeOf, reasonFor } from './system-error.js';

const MODEL_SCHEMA = fileURLToPath(new URL('../../schema/model.schema.json', import.meta.url));

/** One file of a new workspace, by its path below the folder, and how it is written where none of that name may be. */
interface StarterFile {
  readonly path: string;
  readonly write: (to: string) => void;
}

const FILES: readonly StarterFile[] = [
  textFile(join('models', `${STARTER_ID}.yaml`), STARTER_MODEL),
  textFile(join('data', `${STARTER_ID}.csv`), STARTER_UNITS),
  {
    path: join('models', 'model.schema.json'),
    write: (to) => {
      copyFileSync(MODEL_SCHEMA, to, constants.COPYFILE_EXCL);
    },
  },
];

function textFile(path: string, text: string): StarterFile {
  return {
    path,
    write: (to) => {
      writeFileSync(to, text, { flag: 'wx' });
    },
  };
}

/**
 * Starts a workspace in a folder: a commented model, its unit table, and the JSON Schema that editors complete it by.
 * The paths written, or an error for each file that is there already, and then nothing is written; nor is anything left
 * behind where a file cannot be written.
 */
export function createWorkspace(folder: string): Result<readonly string[]> {
  const files = FILES.map(({ path, write }) => ({ path: join(folder, path), write }));
  const taken = files.filter(({ path }) => isThere(path)).map(({ path }) => alreadyThere(path));
  if (taken.length > 0) return failure(taken);
  const made: string[] = [];
  for (const { path, write } of files) {
    try {
      for (const folderMade of makeFolder(dirname(path))) made.unshift(folderMade);
      write(path);
      made.unshift(path);
    } catch (thrown) {
      for (const one of made) rmSync(one, { recursive: true, force: true });
      return failure([cannotWrite(path, codeOf(thrown))]);
    }
  }
  return success(files.map(({ path }) => path));
}

/** A link that leads nowhere is there as well. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (thrown) {
    codeOf(thrown);
    return false;
  }
}

function alreadyThere(path: string): Issue {
  return error('file-exists', 'This file is there already; nothing was written.', startOf(path));
}

function cannotWrite(path: string, code: string): Issue {
  return error(
    'file-unwritable',
    `This file cannot be written: ${reasonFor(code)}. Nothing was written.`,
    startOf(path),
  );
}
