import { render } from 'preact';
import type { QualificationText } from './engine/protocol.js';
import { App, notice } from './app.js';
import { keepAsking } from './state/asking.js';
import { begin, documents, draftOf, NO_PLAN, type Documents } from './state/document.js';
import { startEngines } from './state/engines.js';
import { forget, fromFragment, keepStates, keptState, stateOf } from './state/keep.js';

/** What the page carries: qualifications and equivalences. */
interface Carried {
  readonly qualifications: readonly QualificationText[];
  readonly equivalences: string;
}

/** Milliseconds in which a worker that was made is on its way. */
const TO_BEGIN = 30;

function carried(): Carried {
  return JSON.parse(document.getElementById('carried')?.textContent ?? '') as Carried;
}

function afreshState(): Documents {
  const { qualifications, equivalences } = carried();
  const drafts = qualifications.map((it) => draftOf(it));
  return { drafts, current: drafts[0]?.id ?? '', equivalences, held: [], planner: NO_PLAN };
}

async function open(): Promise<void> {
  const linked = await fromFragment(location.hash);
  const kept = linked === null ? keptState() : null;
  if (linked !== null) begin(stateOf(linked));
  else if (kept !== null) begin(stateOf(kept));
  else begin(afreshState());
  if (linked === null && location.hash.startsWith('#s='))
    notice.value = 'The link could not be read; it may have been cut off.';
  else if (kept !== null) notice.value = 'What you worked on here before is back.';
}

async function start(): Promise<void> {
  const engines = startEngines();
  await open();
  keepStates((why) => {
    if (why !== null) notice.value = why;
  });
  keepAsking(engines);
  // The first worker begins before the page is drawn: drawing keeps this thread, which a worker needs to begin, for long.
  await engines.unpacked;
  await new Promise((settle) => setTimeout(settle, TO_BEGIN));
  const place = document.getElementById('app');
  if (place === null) throw new Error('the page has no place for itself');
  const afresh = (): void => {
    forget();
    history.replaceState(null, '', location.pathname + location.search);
    const before = documents.peek();
    begin(afreshState());
    if (before.drafts.length > 0) notice.value = 'The page begins with what came with it.';
  };
  place.replaceChildren();
  render(<App engines={engines} afresh={afresh} />, place);
}

void start();
