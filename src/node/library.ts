import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { basename, join, resolve } from 'node:path';
import type { Library, LibraryEntry } from '../ask/library.js';
import type { Equivalence } from '../domain/identity.js';
import { error, type Issue } from '../domain/issue.js';
import { conclude, failure, success, type Result } from '../domain/result.js';
import { didYouMean } from '../domain/suggest.js';
import { checkQualificationNumber, checkUnitLetters } from '../read/units/check-characters.js';
import { firstOfEachPair, readEquivalences } from '../read/units/equivalences.js';
import { combineVersions } from '../read/model/model-versions.js';
import { startOf } from '../read/text/text-places.js';
import { readModel, type Model } from '../read/model/model-file.js';
import { quote } from '../domain/quote.js';
import { checkTable, isTablePath } from './check-table.js';
import { readTextFile } from './read-text-file.js';
import { originOf } from './model-origin.js';
import { codeOf, reasonFor } from './system-error.js';

const EXTENSION = /\.ya?ml$/i;
const MOST_SUGGESTED = 4;
const LONGEST_PATH = 120;

/** Where models are looked for: both are folders of model files, and either may be missing. */
export interface LibraryFolders {
  /**
   * The user's own models, which hide shipped ones of the same id; `models` of the current folder when left out, and
   * none for null.
   */
  readonly userModels?: string | null;
  /** The models that ship with the package, when left out those of this one. */
  readonly shippedModels?: string;
}

/** Two folders up from here, whether this is the source, the built library, or the bundled command. */
const SHIPPED_MODELS = fileURLToPath(new URL('../../models', import.meta.url));

/**
 * Opens the library; files are read when they are asked for.
 *
 * @example
 * ```ts
 * import { openLibrary } from 'qualpath/node';
 *
 * const library = openLibrary({ userModels: null });
 * console.log(library.load('level-1-certificate-customer-servise').ok); // false
 * ```
 */
export function openLibrary(folders: LibraryFolders = {}): Library {
  const { userModels = 'models', shippedModels = SHIPPED_MODELS } = folders;
  const models = foldersOf(userModels, shippedModels);
  const asked = folders.userModels ?? null;
  const problems = (): readonly Issue[] => models.flatMap((folder) => checkFolder(folder, folder === asked));
  const list = (): readonly LibraryEntry[] => listModels(models);
  const find = (idOrPath: string): Result<LibraryEntry> => findModel(idOrPath, list);
  const open = (idOrPath: string): Result<Model> => {
    const found = find(idOrPath);
    if (!found.ok) return failure([...problems(), ...found.issues]);
    return openModel(found.value);
  };
  return {
    list: () => conclude(list, problems()),
    load: open,
    check: (idOrPath) => {
      if (isTablePath(idOrPath)) return { model: null, issues: checkTable(idOrPath) };
      const model = open(idOrPath);
      if (!model.ok) return { model: null, issues: model.issues };
      return { model: model.value, issues: [...model.warnings, ...checkCharacters(model.value)] };
    },
    equivalences: () => loadEquivalences(models),
  };
}

/** The model file of an id in the folders of {@link openLibrary}, or of a path; of a folder of versions, its files are named. */
export function findModelFile(idOrPath: string): Result<LibraryEntry> {
  const found = findModel(idOrPath, () => listModels(foldersOf('models', SHIPPED_MODELS)));
  if (!found.ok) return found;
  const versions = versionsIn(found.value.file);
  if (versions.length === 0) return found;
  const message = `${quote(found.value.file, LONGEST_PATH)} is a folder of versions; say which of them: ${versions.join(', ')}.`;
  return failure([error('file-is-folder', message, { option: '--update' })]);
}

function foldersOf(user: string | null, shipped: string): readonly string[] {
  if (user === null) return [shipped];
  return isSame(user, shipped) ? [user] : [user, shipped];
}

function listModels(folders: readonly string[]): readonly LibraryEntry[] {
  const byId = new Map<string, LibraryEntry>();
  for (const entry of folders.flatMap(modelsIn)) {
    const key = entry.id.toLowerCase();
    if (!byId.has(key)) byId.set(key, entry);
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function modelsIn(folder: string): LibraryEntry[] {
  try {
    const names = readdirSync(folder).filter(
      (name) => EXTENSION.test(name) || versionsIn(join(folder, name)).length > 0,
    );
    return names.sort().map((name) => ({ id: idOf(name), file: join(folder, name) }));
  } catch (thrown) {
    // What keeps a folder from being read is told by `checkFolder`; what is no error of the system is a bug.
    codeOf(thrown);
    return [];
  }
}

/** What keeps a folder of models from being read; one that is not there is a problem only when it was asked for. */
export function checkFolder(folder: string, asked: boolean): Issue[] {
  try {
    readdirSync(folder);
    return [];
  } catch (thrown) {
    const code = codeOf(thrown);
    const source = asked ? { option: `--models ${folder}` } : null;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') {
      const message = `The folder ${quote(folder, LONGEST_PATH)} cannot be read: ${reasonFor(code)}.`;
      return [error('file-unreadable', message, source)];
    }
    return asked ? [error('no-folder', `There is no folder ${quote(folder, LONGEST_PATH)}.`, source)] : [];
  }
}

/** Without a current folder, a path that is not absolute leads nowhere. */
function isSame(one: string, other: string): boolean {
  try {
    return resolve(one) === resolve(other);
  } catch (thrown) {
    codeOf(thrown);
    return false;
  }
}

function idOf(path: string): string {
  return basename(path).replace(EXTENSION, '');
}

function findModel(idOrPath: string, list: () => readonly LibraryEntry[]): Result<LibraryEntry> {
  if (/[\\/]/.test(idOrPath) || EXTENSION.test(idOrPath)) return success({ id: idOf(idOrPath), file: idOrPath });
  const entries = list();
  const wanted = idOrPath.trim().toLowerCase();
  const found = entries.find(({ id }) => id.toLowerCase() === wanted);
  if (found !== undefined) return success(found);
  const hint = suggestIds(
    wanted,
    entries.map(({ id }) => id),
  );
  return failure([
    error('unknown-qualification', `There is no qualification ${quote(idOrPath, 100)}${hint}.`, { option: idOrPath }),
  ]);
}

/** Part of an id is a frequent way to ask, and edit distance does not see it. */
function suggestIds(wanted: string, ids: readonly string[]): string {
  const containing = wanted === '' ? [] : ids.filter((id) => id.toLowerCase().includes(wanted));
  if (containing.length > 0) return ` (did you mean ${containing.slice(0, MOST_SUGGESTED).join(' or ')}?)`;
  const near = didYouMean(wanted, ids);
  if (near !== '') return near;
  return ids.length === 0 ? '; there are no models here' : `; there are ${ids.slice(0, 2 * MOST_SUGGESTED).join(', ')}`;
}

/** The model files of a folder that holds the versions of one qualification; none where it is no such folder. */
function versionsIn(path: string): readonly string[] {
  if (EXTENSION.test(path) || statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  const names = readdirSync(path).filter((name) => EXTENSION.test(name));
  return names.sort().map((name) => join(path, name));
}

function openModel({ id, file }: LibraryEntry): Result<Model> {
  const versions = versionsIn(file);
  if (versions.length === 0) return openFile(id, file);
  return combineVersions(versions.map((path) => ({ model: openFile(id, path), place: startOf(path) })));
}

function openFile(id: string, file: string): Result<Model> {
  const text = readTextFile(file);
  return text.ok ? readModel(text.value, originOf(id, file)) : text;
}

function checkCharacters(model: Model): Issue[] {
  const all = (model.versions.length === 0 ? [model] : model.versions).flatMap(checkCharactersOf);
  return [...new Map(all.map((issue) => [JSON.stringify(issue), issue])).values()];
}

function checkCharactersOf({ specification, places }: Model): Issue[] {
  const { number, rows } = specification;
  const ofNumber = number === null || places.number === null ? [] : checkQualificationNumber(number, places.number);
  return [...ofNumber, ...checkUnitLetters(rows)];
}

function loadEquivalences(models: readonly string[]): Result<readonly Equivalence[]> {
  const tables = models
    .map((folder) => join(folder, '..', 'data', 'equivalences.csv'))
    .filter((file) => existsSync(file))
    .map((file) => {
      const text = readTextFile(file);
      return text.ok ? readEquivalences(text.value, file) : text;
    });
  const issues = tables.flatMap((table) => (table.ok ? table.warnings : table.issues));
  return conclude(() => firstOfEachPair(tables.flatMap((table) => (table.ok ? table.value : []))), issues);
}
