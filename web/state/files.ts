/** Opens and saves files of the reader's computer. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { saveFile } from '../parts/dom.js';
import { addDrafts, current, documents, edit, textOf } from './document.js';
import { readSaved, savedOf, stateOf } from './keep.js';

/** The most bytes that are opened at once, and that a zip may unpack to. */
const MOST_BYTES = 20_000_000;
const MEGABYTE = 1_000_000;
const TOO_LARGE = `That is more than ${MOST_BYTES / MEGABYTE} MB, the most that is opened at once.`;

/** The text of a file, or why it is not opened. */
export async function textOfFile(file: File): Promise<{ readonly text: string } | { readonly why: string }> {
  return file.size > MOST_BYTES ? { why: TOO_LARGE } : { text: await file.text() };
}

/**
 * Opens models with their tables, or a workspace as it was saved; what comes back is what the reader has to be told, null
 * where all is well. Nothing is opened of files that are too large, or of a zip that cannot be read.
 */
export async function openFiles(files: readonly File[]): Promise<string | null> {
  if (files.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) return TOO_LARGE;
  const texts = new Map<string, string>();
  for (const file of files) {
    const found = /\.zip$/i.test(file.name) ? await unpack(file) : new Map([[file.name, await file.text()]]);
    if (typeof found === 'string') return found;
    for (const [name, text] of found) texts.set(name, text);
  }
  const state = texts.get('workspace.json');
  const saved = state === undefined ? null : readSaved(parse(state));
  if (saved === null) return openModels(texts);
  edit('open', () => stateOf(saved));
  return null;
}

/** The texts of a zip by their names without folders; or why it is not opened. */
async function unpack(file: File): Promise<ReadonlyMap<string, string> | string> {
  let size = 0;
  try {
    const files = unzipSync(new Uint8Array(await file.arrayBuffer()), {
      filter: ({ originalSize }) => {
        size += originalSize;
        return size <= MOST_BYTES;
      },
    });
    if (size > MOST_BYTES) return TOO_LARGE;
    return new Map(Object.entries(files).map(([name, bytes]) => [name.replace(/^.*\//, ''), strFromU8(bytes)]));
  } catch {
    return `${file.name} cannot be read: it is no whole zip file.`;
  }
}

function openModels(texts: ReadonlyMap<string, string>): string | null {
  const models = [...texts].filter(([name]) => /\.ya?ml$/i.test(name));
  if (models.length === 0) {
    return 'There is no model (.yaml) among these files. A handbook or a workbook is read under Import.';
  }
  const tables = new Map([...texts].filter(([name]) => /\.csv$/i.test(name)));
  const only = models.length === 1 && tables.size === 1 ? [...tables.values()][0] : undefined;
  const missing: string[] = [];
  addDrafts(
    models.map(([name, model]) => {
      const table = tableOf(model);
      const units = table === null ? '' : (tables.get(table) ?? only);
      if (units === undefined) missing.push(`${name} names the table ${table}`);
      return { id: name.replace(/\.ya?ml$/i, ''), model, units: units ?? '' };
    }),
  );
  return missing.length === 0
    ? null
    : `${missing.join('; ')}, which was not opened with it: choose both files at once.`;
}

/** The name of the unit table that a model names; null where it lists its units itself. */
function tableOf(model: string): string | null {
  return /^units:\s*["']?([^"'\s#]+\.csv)/m.exec(model)?.[1]?.replace(/^.*[\\/]/, '') ?? null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Saves the qualification at hand as the two files that the command reads. */
export function saveOne(): void {
  const draft = current.peek();
  if (draft === null) return;
  const { id, model, units } = textOf(draft);
  saveFile(`${id}.yaml`, model);
  if (draft.table.length > 0) saveFile(tableOf(model) ?? `${id}.csv`, units);
}

/** The folders of the command, and the state of the page beside them. */
export function saveWorkspace(): void {
  const state = documents.peek();
  const files: Record<string, Uint8Array> = { 'workspace.json': strToU8(JSON.stringify(savedOf(state), null, 2)) };
  for (const draft of state.drafts) {
    const { id, model, units } = textOf(draft);
    files[`models/${id}.yaml`] = strToU8(model);
    if (draft.table.length > 0) files[`data/${tableOf(model) ?? `${id}.csv`}`] = strToU8(units);
  }
  if (state.equivalences !== '') files['data/equivalences.csv'] = strToU8(state.equivalences);
  saveFile('qualpath.zip', zipSync(files), 'application/zip');
}
