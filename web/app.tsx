import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { unzipSync, zipSync, strFromU8, strToU8 } from 'fflate';
import { Designer } from './designer/designer.js';
import { Importer } from './import/importer.js';
import { writeWorkbook } from './import/read-document.js';
import { saveFile } from './parts/dom.js';
import { Planner } from './planner/planner.js';
import { failure, tellFailure } from './state/asking.js';
import {
  addDrafts,
  canRedo,
  canUndo,
  current,
  documents,
  edit,
  redo,
  textOf,
  titleOf,
  undo,
} from './state/document.js';
import type { Engines } from './state/engines.js';
import { readSaved, restore, savedOf, toFragment } from './state/keep.js';
import { keepTutoring, Tutor } from './tutor/tutor.js';

type Screen = 'designer' | 'import' | 'planner' | 'tutor';

const SCREENS: readonly (readonly [Screen, string])[] = [
  ['designer', 'Designer'],
  ['import', 'Import'],
  ['planner', 'Planner'],
  ['tutor', 'Tutor'],
];

const screen = signal<Screen>('designer');
/** What the reader of the page is to be told: what was restored, saved or not understood. */
export const notice = signal<string | null>(null);

/** The page: four screens over the same qualifications. */
export function App({ engines, afresh }: { engines: Engines; afresh: () => void }): JSX.Element {
  useEffect(() => (screen.value === 'tutor' ? keepTutoring(engines) : undefined), [screen.value]);
  useEffect(() => {
    addEventListener('keydown', keys);
    return () => removeEventListener('keydown', keys);
  }, []);
  return (
    <>
      <a class="skip" href="#main">
        To the content
      </a>
      <header>
        <p class="name">qualpath</p>
        <nav aria-label="Screens">
          {SCREENS.map(([name, words]) => (
            <button
              type="button"
              key={name}
              aria-current={screen.value === name ? 'page' : undefined}
              onClick={() => show(name)}
            >
              {words}
            </button>
          ))}
        </nav>
        <Choice />
        <Tools engines={engines} afresh={afresh} />
      </header>
      {notice.value === null ? null : (
        <p class="notice" role="status">
          {notice.value}{' '}
          <button
            type="button"
            onClick={() => {
              notice.value = null;
            }}
          >
            Close
          </button>
        </p>
      )}
      {failure.value === null ? null : (
        <p class="notice bad" role="alert">
          Something in the page went wrong: {failure.value}. What you wrote is kept.{' '}
          <button
            type="button"
            onClick={() => {
              failure.value = null;
            }}
          >
            Close
          </button>
        </p>
      )}
      <main id="main" tabIndex={-1}>
        <h1 class="hidden">{SCREENS.find(([name]) => name === screen.value)?.[1]}</h1>
        {screen.value === 'designer' ? <Designer engines={engines} /> : null}
        {screen.value === 'import' ? <Importer opened={() => show('designer')} /> : null}
        {screen.value === 'planner' ? <Planner engines={engines} /> : null}
        {screen.value === 'tutor' ? <Tutor /> : null}
      </main>
    </>
  );
}

/** Which qualification is at hand. */
function Choice(): JSX.Element | null {
  const { drafts } = documents.value;
  if (drafts.length === 0) return null;
  return (
    <label class="choice">
      Qualification{' '}
      <select value={current.value?.id ?? ''} onChange={(event) => choose(event.currentTarget.value)}>
        {drafts.map((draft) => (
          <option key={draft.id} value={draft.id}>
            {titleOf(draft)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Tools({ engines, afresh }: { engines: Engines; afresh: () => void }): JSX.Element {
  const none = current.value === null;
  return (
    <div class="tools" role="group" aria-label="File and edit">
      <button type="button" disabled={!canUndo.value} onClick={undo} title="Ctrl+Z">
        Undo
      </button>
      <button type="button" disabled={!canRedo.value} onClick={redo} title="Ctrl+Shift+Z">
        Redo
      </button>
      <label class="button">
        Open…
        <input
          type="file"
          multiple
          accept=".yaml,.yml,.csv,.zip,.json"
          onChange={(event) => void openFiles(event.currentTarget)}
        />
      </label>
      <button type="button" disabled={none} onClick={saveWorkspace} title="Every model and table in one zip">
        Save all
      </button>
      <button type="button" disabled={none} onClick={saveOne} title="The model and its unit table as two files">
        Save model
      </button>
      <button type="button" disabled={none} onClick={() => void report(engines, 'html')}>
        Report
      </button>
      <button type="button" disabled={none} onClick={() => void report(engines, 'xlsx')}>
        Workbook
      </button>
      <button type="button" disabled={none} onClick={() => void copyLink()}>
        Link
      </button>
      <button type="button" onClick={afresh} title="Forget what is kept here and begin with what came with the page">
        Start afresh
      </button>
    </div>
  );
}

function show(name: Screen): void {
  screen.value = name;
  document.getElementById('main')?.focus({ preventScroll: true });
}

function choose(id: string): void {
  edit('choose', (before) => ({ ...before, current: id }));
}

/** Undo and redo, whatever has the focus; what is undone is the state of the whole page. */
function keys(event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  if (key !== 'z' && key !== 'y') return;
  event.preventDefault();
  if (key === 'y' || event.shiftKey) redo();
  else undo();
}

/** Opens models with their tables, or a workspace. */
async function openFiles(input: HTMLInputElement): Promise<void> {
  const files = [...(input.files ?? [])];
  input.value = '';
  const texts = new Map<string, string>();
  try {
    for (const file of files) {
      if (!/\.zip$/i.test(file.name)) {
        texts.set(file.name, await file.text());
        continue;
      }
      for (const [name, bytes] of Object.entries(unzipSync(new Uint8Array(await file.arrayBuffer())))) {
        texts.set(name.replace(/^.*\//, ''), strFromU8(bytes));
      }
    }
  } catch {
    notice.value = 'This zip file cannot be read.';
    return;
  }
  const state = [...texts].find(([name]) => name === 'workspace.json');
  const saved = state === undefined ? null : readSaved(parse(state[1]));
  if (saved !== null) {
    restore(saved);
    return;
  }
  const models = [...texts].filter(([name]) => /\.ya?ml$/i.test(name));
  if (models.length === 0) {
    notice.value = 'There is no model (.yaml) among these files. A handbook or a workbook is read under Import.';
    return;
  }
  const tables = new Map([...texts].filter(([name]) => /\.csv$/i.test(name)));
  const missing: string[] = [];
  addDrafts(
    models.map(([name, model]) => {
      const table = tableOf(model);
      const units =
        table === null
          ? ''
          : (tables.get(table) ?? (models.length === 1 && tables.size === 1 ? [...tables.values()][0] : undefined));
      if (units === undefined) missing.push(`${name} names the table ${table}`);
      return { id: name.replace(/\.ya?ml$/i, ''), model, units: units ?? '' };
    }),
  );
  notice.value =
    missing.length === 0 ? null : `${missing.join('; ')}, which was not opened with it: choose both files at once.`;
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

function saveOne(): void {
  const draft = current.peek();
  if (draft === null) return;
  const { id, model, units } = textOf(draft);
  saveFile(`${id}.yaml`, model);
  if (draft.table.length > 0) saveFile(tableOf(model) ?? `${id}.csv`, units);
}

/** The folders of the command, and the state of the page beside them. */
function saveWorkspace(): void {
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

/** The evidence for the figures of the qualification at hand. */
async function report({ slow }: Engines, kind: 'html' | 'xlsx'): Promise<void> {
  const draft = current.peek();
  if (draft === null) return;
  notice.value = 'The report is being made…';
  try {
    const set = Object.entries(draft.wishes.set).map(([name, value]) => `${name}=${value}`);
    const { html, sheet, issues } = await slow.ask('report', [[textOf(draft)], documents.peek().equivalences, set]);
    if (html === null || sheet === null) {
      notice.value = `No report: ${issues.map(({ message }) => message).join(' ')}`;
      return;
    }
    if (kind === 'html') saveFile(`${draft.id}-report.html`, html, 'text/html;charset=utf-8');
    else
      saveFile(
        `${draft.id}-report.xlsx`,
        new Uint8Array(await (await writeWorkbook(sheet)).arrayBuffer()),
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      );
    notice.value = null;
  } catch (thrown) {
    notice.value = null;
    tellFailure(thrown);
  }
}

async function copyLink(): Promise<void> {
  const fragment = await toFragment(documents.peek());
  if (fragment === null) {
    notice.value = 'This is too much for a link; use Save all.';
    return;
  }
  history.replaceState(null, '', fragment);
  try {
    await navigator.clipboard.writeText(location.href);
    notice.value = 'The link to this state was copied; all of it is in the link itself.';
  } catch {
    notice.value = 'The link to this state is in the address bar; all of it is in the link itself.';
  }
}
