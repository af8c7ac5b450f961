import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { RangeAnswerDocument, RangeDistributionDocument, Sheet } from '../../src/index.js';
import type { SheetAnswer } from '../engine/protocol.js';
import { IssueList, SheetView } from '../parts/sheet-view.js';
import { askedOf, tellFailure } from '../state/asking.js';
import type { Draft } from '../state/document.js';
import type { Engines } from '../state/engines.js';
import { Spread } from './spread.js';

type Question = 'range' | 'explain' | 'alternatives';

interface Shown {
  readonly draft: Draft;
  readonly title: string;
  readonly answer: SheetAnswer;
}

/** What was asked for besides the best pathway; it stays until something else is asked for. */
const shown = signal<Shown | null>(null);
const asking = signal<string | null>(null);
const behindBar = signal<Sheet | null>(null);

const QUESTIONS: Readonly<Record<Question, string>> = {
  range: 'Range and spread of hours',
  explain: 'Why these hours',
  alternatives: 'The next best pathways',
};

/** Further questions about the qualification, and the answer to the last of them. */
export function More({ engines, draft, ready }: { engines: Engines; draft: Draft; ready: boolean }): JSX.Element {
  return (
    <section aria-labelledby="more-title">
      <h3 id="more-title">Ask more</h3>
      <p class="buttons">
        {Object.entries(QUESTIONS).map(([name, words]) => (
          <button
            type="button"
            key={name}
            disabled={asking.value !== null || !ready}
            onClick={() => void ask(engines, draft, name as Question)}
          >
            {words}
          </button>
        ))}
      </p>
      <p role="status">{asking.value === null ? '' : `${asking.value}: being found…`}</p>
      <MoreAnswer engines={engines} draft={draft} />
    </section>
  );
}

function MoreAnswer({ engines, draft }: { engines: Engines; draft: Draft }): JSX.Element | null {
  const { value } = shown;
  if (value === null || value.draft.id !== draft.id) return null;
  const document = value.answer.document as RangeAnswerDocument | null;
  const spread = document !== null && 'distribution' in document ? (document as RangeDistributionDocument) : null;
  const old = value.draft !== draft;
  return (
    <div class={old ? 'old' : ''} aria-live="polite">
      {old ? <p class="caution">This was answered before the last edit; ask again for what is so now.</p> : null}
      <h3>{value.title}</h3>
      <IssueList issues={value.answer.issues} />
      {spread === null ? null : (
        <Spread document={spread} ask={(from, to) => void askBehind(engines, value.draft, from, to)} />
      )}
      {behindBar.value === null ? null : <SheetView sheet={behindBar.value} level={4} />}
      {value.answer.sheet === null ? null : <SheetView sheet={value.answer.sheet} level={4} />}
    </div>
  );
}

async function ask({ slow }: Engines, draft: Draft, name: Question): Promise<void> {
  asking.value = QUESTIONS[name];
  behindBar.value = null;
  try {
    shown.value = { draft, title: QUESTIONS[name], answer: await slow.ask(name, [askedOf(draft)]) };
  } catch (thrown) {
    tellFailure(thrown);
  } finally {
    asking.value = null;
  }
}

/** The best pathways whose hours a bar stands for. */
async function askBehind({ slow }: Engines, draft: Draft, from: number, to: number): Promise<void> {
  const asked = askedOf(draft);
  const condition = from === to ? `exactly ${from} GLH` : `between ${from} and ${to} GLH`;
  try {
    const { sheet } = await slow.ask('alternatives', [{ ...asked, wishes: { ...asked.wishes, also: [condition] } }]);
    behindBar.value =
      sheet === null
        ? null
        : {
            ...sheet,
            title: condition,
            parts: [{ kind: 'heading', level: 2, text: `Pathways with ${condition}` }, ...sheet.parts],
          };
  } catch (thrown) {
    tellFailure(thrown);
  }
}
