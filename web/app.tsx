import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Designer } from './designer/designer.js';
import { Importer } from './import/importer.js';
import { writeWorkbook } from './import/read-document.js';
import { saveFile } from './parts/dom.js';
import { Planner } from './planner/planner.js';
import { failure, tellFailure } from './state/asking.js';
import { canRedo, canUndo, current, documents, edit, redo, textOf, undo } from './state/document.js';
import type { Engines } from './state/engines.js';
import { openFiles, saveOne, saveWorkspace } from './state/files.js';
import { toFragment } from './state/keep.js';
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
            {draft.title}
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
          onChange={(event) => void openChosen(event.currentTarget)}
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

async function openChosen(input: HTMLInputElement): Promise<void> {
  const files = [...(input.files ?? [])];
  input.value = '';
  if (files.length > 0) notice.value = await openFiles(files);
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
