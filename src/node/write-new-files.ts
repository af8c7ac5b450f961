import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { error, type Issue } from '../domain/issue.js';
import { quote } from '../domain/quote.js';
import { codeOf, reasonFor } from './system-error.js';

/** A file to be written. */
export interface NewFile {
  readonly path: string;
  readonly text: string | Uint8Array;
}

/** How files are written. */
export interface WriteOptions {
  /** The option of the command that asked for them, as typed, for messages. */
  readonly option: string;
  /** Whether files that are there already may be replaced. */
  readonly replace: boolean;
}

const LONGEST_PATH = 120;

/**
 * Writes all the files or none: each under another name first, and when all of them are on the disk, under its own. The
 * list says what kept it from that; it is empty when all is well.
 *
 * @example
 * ```ts
 * import { mkdtempSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 * import { writeNewFiles } from 'qualpath/node';
 *
 * const path = join(mkdtempSync(join(tmpdir(), 'files-')), 'a.txt');
 * const options = { option: '--output', replace: false };
 * console.log(writeNewFiles([{ path, text: 'one' }], options).length); // 0
 * console.log(writeNewFiles([{ path, text: 'two' }], options)[0].code); // file-exists
 * ```
 */
export function writeNewFiles(files: readonly NewFile[], options: WriteOptions): readonly Issue[] {
  const refused = refuseFiles(files, options);
  if (refused.length > 0) return refused;
  const parts = files.map(({ path, text }) => ({ path, text, part: `${path}.part-${process.pid}` }));
  const made: string[] = [];
  try {
    for (const { path, part, text } of parts) {
      const issue = attempt(path, options, () => writeFileSync(part, text, { flag: 'wx' }));
      if (issue !== null) return [issue];
      made.push(part);
    }
    return parts.flatMap(({ path, part }) => attempt(path, options, () => renameSync(part, path)) ?? []);
  } finally {
    for (const part of made) rmSync(part, { force: true });
  }
}

/** Why files cannot be written there, as far as that can be known beforehand: folders, and files that are there already. */
export function refuseFiles(files: readonly Pick<NewFile, 'path'>[], options: WriteOptions): readonly Issue[] {
  return files.flatMap((file) => refuse(file, options));
}

function refuse({ path }: Pick<NewFile, 'path'>, { option, replace }: WriteOptions): readonly Issue[] {
  if (!existsSync(path)) return [];
  const [shown, source] = [quote(path, LONGEST_PATH), { option }];
  if (statSync(path).isDirectory()) return [error('file-is-folder', `${shown} is a folder.`, source)];
  return replace ? [] : [error('file-exists', `${shown} is there already; say --force to replace it.`, source)];
}

function attempt(path: string, { option }: WriteOptions, act: () => void): Issue | null {
  try {
    act();
    return null;
  } catch (thrown) {
    const code = codeOf(thrown);
    const reason = code === 'ENOENT' ? 'there is no such folder' : reasonFor(code);
    return error('file-unwritable', `${quote(path, LONGEST_PATH)} cannot be written: ${reason}.`, { option });
  }
}
