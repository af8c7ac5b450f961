import { signal } from '@preact/signals';
import type { JSX, TargetedKeyboardEvent } from 'preact';
import { IssueList } from '../parts/sheet-view.js';
import { splitModel, joinModel } from '../model/rule-text.js';
import { addDrafts } from '../state/document.js';
import { readDocument, type ReadDocument, type ReadQualification, type ReviewedLine } from './read-document.js';

interface Read {
  readonly file: string;
  readonly document: ReadDocument;
}

const read = signal<Read | null>(null);
const reading = signal<string | null>(null);
const failed = signal<string | null>(null);
const showAll = signal(false);
const pasted = signal('');
/** What was decided about a sentence that was not understood, by qualification and its place in the list: one of the ways, or nothing. */
const decided = signal<ReadonlyMap<string, string>>(new Map());

/** The screen of documents: drop a handbook, look at what was not clear, and take it over. */
export function Importer({ opened }: { opened: () => void }): JSX.Element {
  return (
    <div class="importer">
      <section aria-labelledby="drop-title">
        <h2 id="drop-title">A document becomes a rule and a unit table</h2>
        <div
          class="drop big"
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            void takeFile(event.dataTransfer?.files[0]);
          }}
        >
          <label for="import-file">
            Drop a PDF, a Word file, a workbook or a web page here, or choose one. It stays on this computer.
          </label>{' '}
          <input
            id="import-file"
            type="file"
            accept=".pdf,.docx,.xlsx,.html,.htm,.txt,.csv"
            onChange={(event) => void takeFile(event.currentTarget.files?.[0])}
          />
        </div>
        <details>
          <summary>Or paste its text</summary>
          <label for="import-text">Text of the rule and the table</label>
          <textarea
            id="import-text"
            rows={8}
            value={pasted.value}
            onInput={(event) => {
              pasted.value = event.currentTarget.value;
            }}
          />
          <p>
            <button
              type="button"
              disabled={pasted.value.trim() === ''}
              onClick={() => void take('pasted.txt', new TextEncoder().encode(pasted.value))}
            >
              Read it
            </button>
          </p>
        </details>
        <p role="status">{reading.value === null ? '' : `${reading.value}: being read…`}</p>
        {failed.value === null ? null : (
          <p class="bad" role="alert">
            {failed.value}
          </p>
        )}
      </section>
      {read.value === null ? null : <Review read={read.value} opened={opened} />}
    </div>
  );
}

function Review({ read: { file, document }, opened }: { read: Read; opened: () => void }): JSX.Element {
  const { qualifications, review, issues } = document;
  const lines = showAll.value
    ? review
    : review.filter(({ kind, remarks }) => kind === 'open' || kind === 'inferred' || remarks.length > 0);
  return (
    <section aria-labelledby="review-title">
      <h2 id="review-title">What was read in {file}</h2>
      <IssueList issues={issues} />
      {qualifications.map((it) => (
        <OneRead key={it.id} read={it} />
      ))}
      {qualifications.length === 0 ? null : (
        <p>
          <button type="button" class="main" onClick={() => takeOver(document, opened)}>
            {qualifications.length === 1
              ? 'Open it in the designer'
              : `Open all ${qualifications.length} in the designer`}
          </button>
        </p>
      )}
      {review.length === 0 ? null : (
        <>
          <h3>Line by line</h3>
          <p>
            <label>
              <input
                type="checkbox"
                checked={showAll.value}
                onChange={() => {
                  showAll.value = !showAll.value;
                }}
              />{' '}
              Show every line, not only those to be looked at
            </label>
          </p>
          <Lines lines={lines} />
        </>
      )}
    </section>
  );
}

function OneRead({ read: { id, title, units, remarks, unread, inferred } }: { read: ReadQualification }): JSX.Element {
  const count = units.split('\n').filter((line) => line !== '').length - 1;
  return (
    <article class="read">
      <h3>{title}</h3>
      <p>
        {count} units;{' '}
        {unread.length === 0
          ? 'everything was understood'
          : `${unread.length} ${unread.length === 1 ? 'line was' : 'lines were'} not understood`}
        .
      </p>
      {remarks.length === 0 ? null : (
        <>
          <h4>To be looked at</h4>
          <ul>
            {remarks.map((remark, at) => (
              <li key={at}>{remark}</li>
            ))}
          </ul>
        </>
      )}
      {inferred.length === 0 ? null : (
        <>
          <h4>Read between the lines</h4>
          <ul>
            {inferred.map(({ text, why }, at) => (
              <li key={at}>
                <code>{text}</code> ({why})
              </li>
            ))}
          </ul>
        </>
      )}
      {unread.length === 0 ? null : (
        <>
          <h4>Not understood</h4>
          <p class="quiet">
            With a line in focus: 1, 2, … take that way to say it, e is for words of your own, d drops the line.
          </p>
          <ul class="unread">
            {unread.map((line, at) => (
              <Unread key={at} name={`${id} ${at}`} line={line} />
            ))}
          </ul>
        </>
      )}
    </article>
  );
}

/** A line that was not understood: one of the ways to say it, words of one's own, or nothing. */
function Unread({
  name,
  line: { place, text, why, perhaps },
}: {
  name: string;
  line: ReadQualification['unread'][number];
}): JSX.Element {
  const now = decided.value.get(name) ?? '';
  return (
    <li tabIndex={0} onKeyDown={(event) => keys(event, name, perhaps)}>
      <p>
        <span class="quiet">{place}:</span> “{text}” <span class="quiet">({why})</span>
      </p>
      {perhaps.map((way) => {
        const said = way.join('\n');
        return (
          <label key={said} class="way">
            <input type="radio" name={name} checked={now === said} onChange={() => decide(name, said)} />{' '}
            <code>{way.join(' and ')}</code>
          </label>
        );
      })}
      {perhaps.length === 0 ? null : (
        <label class="way">
          <input type="radio" name={name} checked={now === ''} onChange={() => decide(name, '')} /> leave it out for now
        </label>
      )}
      <label class="own">
        In your own words, one statement a line{' '}
        <textarea rows={1} value={now} onInput={(event) => decide(name, event.currentTarget.value)} />
      </label>
    </li>
  );
}

/** A figure takes that way to say it, `e` goes to one's own words, `d` drops the line for now. */
function keys(
  event: TargetedKeyboardEvent<HTMLLIElement>,
  name: string,
  perhaps: readonly (readonly string[])[],
): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  const way = perhaps[Number(event.key) - 1];
  if (way !== undefined) decide(name, way.join('\n'));
  else if (event.key === 'd') decide(name, '');
  else if (event.key === 'e') event.currentTarget.querySelector('textarea')?.focus();
  else return;
  event.preventDefault();
}

function Lines({ lines }: { lines: readonly ReviewedLine[] }): JSX.Element {
  if (lines.length === 0) return <p>Nothing asks for a look.</p>;
  return (
    <div class="scroll" role="group" tabIndex={0} aria-label="The document line by line">
      <table>
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col">The document says</th>
            <th scope="col">Read as</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ place, text, kind, reading: how, remarks }, at) => (
            <tr key={at} class={kind === 'open' ? 'caution' : ''}>
              <td>{place}</td>
              <td>{text}</td>
              <td>
                {how}
                {remarks.length === 0 ? null : (
                  <ul>
                    {remarks.map((it, place_) => (
                      <li key={place_}>{it}</li>
                    ))}
                  </ul>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function decide(name: string, said: string): void {
  decided.value = new Map([...decided.value, [name, said]]);
}

async function takeFile(file: File | undefined): Promise<void> {
  if (file === undefined) return;
  await take(file.name, new Uint8Array(await file.arrayBuffer()));
}

async function take(file: string, bytes: Uint8Array): Promise<void> {
  reading.value = file;
  failed.value = null;
  decided.value = new Map();
  try {
    read.value = { file, document: await readDocument(file, bytes) };
  } catch (thrown) {
    read.value = null;
    failed.value = `${file} could not be read: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
  } finally {
    reading.value = null;
  }
}

/** Opens what was read, with what was decided about lines that were not understood. */
function takeOver({ qualifications }: ReadDocument, opened: () => void): void {
  addDrafts(
    qualifications.map(({ id, model, units, unread }) => {
      const said = unread.flatMap((_, at) =>
        (decided.value.get(`${id} ${at}`) ?? '').split('\n').filter((line) => line.trim() !== ''),
      );
      return { id, model: said.length === 0 ? model : withStatements(model, said), units };
    }),
  );
  opened();
}

function withStatements(model: string, said: readonly string[]): string {
  const parts = splitModel(model);
  if (parts.rule !== null) return joinModel({ ...parts, rule: [parts.rule, ...said].join('\n') });
  return `${model.trimEnd()}\nrule:\n${said.map((line) => `  - ${JSON.stringify(line)}`).join('\n')}\n`;
}
