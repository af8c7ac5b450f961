import { effect, signal } from '@preact/signals';
import type { JSX } from 'preact';
import { referenceKey, type AuditDocument, type ProgressListDocument, type Sheet } from '../../src/index.js';
import type { SheetAnswer } from '../engine/protocol.js';
import { IssueList, SheetView } from '../parts/sheet-view.js';
import { columnOf } from '../model/unit-table.js';
import { askedOf, tellFailure } from '../state/asking.js';
import { current, documents, edit, textOf, type Documents, type Draft } from '../state/document.js';
import type { Engines } from '../state/engines.js';

interface Standing {
  readonly of: Documents;
  readonly audit: SheetAnswer<AuditDocument>;
}

const standing = signal<Standing | null>(null);
const nearest = signal<{ readonly of: Documents; readonly answer: SheetAnswer<ProgressListDocument> } | null>(null);

/** Asks where the learner stands after every edit, while the tutor's screen is open; what is given back ends that. */
export function keepTutoring({ tutor }: Engines): () => void {
  return effect(() => {
    const of = documents.value;
    const draft = current.value;
    tutor.drop();
    if (draft !== null) void askBoth(tutor, of, draft);
  });
}

async function askBoth(tutor: Engines['tutor'], of: Documents, draft: Draft): Promise<void> {
  const held = of.held.map((it) => it.trim()).filter((it) => it !== '');
  const asked = { ...askedOf(draft), wishes: { ...draft.wishes, require: [], exclude: [], achieved: held } };
  try {
    standing.value = { of, audit: (await tutor.ask('audit', [asked])) as SheetAnswer<AuditDocument> };
    const answer = await tutor.ask('progress', [of.drafts.map(textOf), of.equivalences, held]);
    nearest.value = { of, answer: answer as SheetAnswer<ProgressListDocument> };
  } catch (thrown) {
    tellFailure(thrown);
  }
}

/** The tutor's screen: what a learner holds, and what is still to do. */
export function Tutor(): JSX.Element {
  const draft = current.value;
  const state = documents.value;
  if (draft === null) return <p>There is no qualification yet: open a model, or import a document.</p>;
  const now = standing.value;
  const old = now?.of !== state;
  const document = now?.audit.document ?? null;
  return (
    <div class="tutor">
      <section aria-labelledby="held-title">
        <h2 id="held-title">What the learner holds</h2>
        <label for="held">References, one a line or with commas between them; a list can be pasted</label>
        <textarea
          id="held"
          rows={5}
          value={state.held.join('\n')}
          onInput={(event) => setHeld(event.currentTarget.value)}
        />
        <Ticks draft={draft} held={state.held} />
      </section>
      <section aria-labelledby="standing-title">
        <h2 id="standing-title">Where that leads</h2>
        {now === null ? <p role="status">Being found…</p> : null}
        {now === null ? null : (
          <div class={old ? 'old' : ''} role="status">
            {document === null ? null : <Bars document={document} />}
          </div>
        )}
        <IssueList issues={now?.audit.issues ?? []} />
        {now?.audit.sheet === undefined || now.audit.sheet === null ? null : (
          <div class={old ? 'old' : ''}>
            <SheetView sheet={afterRule(now.audit.sheet)} />
          </div>
        )}
      </section>
      <section aria-labelledby="nearest-title">
        <h2 id="nearest-title">All qualifications, nearest first</h2>
        <Nearest of={state} />
      </section>
    </div>
  );
}

/** The sheet without what the bars say. */
function afterRule(sheet: Sheet): Sheet {
  const from = sheet.parts.findIndex(({ kind }) => kind === 'heading');
  return { ...sheet, parts: from === -1 ? [] : sheet.parts.slice(from) };
}

function Nearest({ of }: { of: Documents }): JSX.Element {
  const now = nearest.value;
  if (now === null) return <p>Being found…</p>;
  const { sheet, issues } = now.answer;
  return (
    <div class={now.of === of ? '' : 'old'}>
      {sheet === null ? null : <SheetView sheet={sheet} />}
      <IssueList issues={issues} />
    </div>
  );
}

/** Every statement as a bar: how much of it is there, and what is missing. */
function Bars({ document: { complete, rule } }: { document: AuditDocument }): JSX.Element {
  return (
    <>
      <p class={`headline ${complete === true ? 'good' : 'plain'}`}>
        {complete === true
          ? 'Complete: what is held is enough.'
          : complete === false
            ? 'Not complete yet.'
            : 'Whether it is complete was not settled in time.'}
      </p>
      <table class="standing">
        <caption class="hidden">The rule, statement by statement</caption>
        <thead>
          <tr>
            <th scope="col">Statement</th>
            <th scope="col">Met</th>
            <th scope="col">What is missing</th>
          </tr>
        </thead>
        <tbody>
          {rule.map(({ statement, value, holds, missing, excess, words }, at) => {
            const wanted = (value ?? 0) + missing;
            const part = holds ? 1 : wanted === 0 ? 0 : (value ?? 0) / wanted;
            return (
              <tr key={at}>
                <td>{statement}</td>
                <td>
                  <span class={holds ? 'bar-of good' : excess > 0 ? 'bar-of bad' : 'bar-of'}>
                    <span style={`width:${Math.round(Math.min(1, part) * 100)}%`} />
                  </span>
                </td>
                <td class={holds ? 'good' : 'bad'}>{holds ? 'met' : words}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

/** The units of the qualification at hand, to be ticked. */
function Ticks({ draft, held }: { draft: Draft; held: readonly string[] }): JSX.Element {
  const [ref, title] = [columnOf(draft.table, 'ref'), columnOf(draft.table, 'title')];
  const keys = new Set(held.map(referenceKey));
  const seen = new Set<string>();
  const rows = draft.table.slice(1).filter((row) => {
    const key = referenceKey(row[ref] ?? '');
    return key !== '' && !seen.has(key) && seen.add(key) !== undefined;
  });
  return (
    <fieldset class="ticks">
      <legend>Or tick the units of this qualification</legend>
      {rows.map((row) => {
        const text = row[ref] ?? '';
        const has = keys.has(referenceKey(text));
        return (
          <label key={text}>
            <input type="checkbox" checked={has} onChange={() => toggleHeld(text)} /> {text} {row[title]}
          </label>
        );
      })}
    </fieldset>
  );
}

/** References in a text: a comma, a semicolon or the end of a line ends one. */
export function readRefs(text: string): readonly string[] {
  return text
    .split(/[,;\n\r\t]+/)
    .map((it) => it.trim())
    .filter((it) => it !== '');
}

function setHeld(text: string): void {
  edit('held', (before) => ({
    ...before,
    held: text.endsWith('\n') ? [...readRefs(text), ''] : readRefsAsTyped(text),
  }));
}

/** While one is typing, the spaces of a reference stay as they are. */
function readRefsAsTyped(text: string): readonly string[] {
  return text.split(/[,;\n\r\t]+/).map((it) => it.trimStart());
}

function toggleHeld(ref: string): void {
  edit(`held ${ref}`, (before) => {
    const has = before.held.some((it) => referenceKey(it) === referenceKey(ref));
    const others = before.held.filter((it) => it.trim() !== '' && referenceKey(it) !== referenceKey(ref));
    return { ...before, held: has ? others : [...others, ref] };
  });
}
