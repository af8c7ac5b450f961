/** Asks anew after every edit, and says how old an answer is. */
import { batch, computed, effect, signal } from '@preact/signals';
import { Outdated } from '../engine/client.js';
import type { Asked, DesignAnswer, DetailAnswer, SliderPoint } from '../engine/protocol.js';
import { current, documents, textOf, type Draft } from './document.js';
import type { Engines } from './engines.js';

/** What is told of the qualification at hand. */
export interface Told {
  readonly draft: Draft;
  readonly answer: DesignAnswer;
}

/** The last answer; of an older text while the next is being found. */
export const told = signal<Told | null>(null);
/**
 * Whether the next answer keeps people waiting: then the table is greyed as well as the answer. To paint all of its cells
 * twice for every keystroke would take longer than the answer.
 */
export const late = signal(false);
/** What was told beside it, once it is there; null again with the next edit. */
export const detail = signal<{ readonly draft: Draft; readonly detail: DetailAnswer } | null>(null);
/** What each position of the sliders comes to. */
export const sliders = signal<{
  readonly draft: Draft;
  readonly points: ReadonlyMap<string, readonly SliderPoint[]>;
} | null>(null);
/** What went wrong in the page itself. */
export const failure = signal<string | null>(null);

/** Milliseconds that people do not notice. */
const NOTICED = 100;
/** Milliseconds without an edit after which prices and notes are asked for. */
const PAUSE = 120;

const equivalences = computed(() => documents.value.equivalences);

/** The question about a draft. */
export function askedOf(draft: Draft): Asked {
  return { qualification: textOf(draft), equivalences: documents.peek().equivalences, wishes: draft.wishes };
}

/** Reports what went wrong, unless nobody waits for it any more. */
export function tellFailure(thrown: unknown): void {
  if (thrown instanceof Outdated) return;
  failure.value = thrown instanceof Error ? thrown.message : String(thrown);
}

/** Asks after every edit from now on. */
export function keepAsking({ quick, slow }: Engines): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let greying: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const draft = current.value;
    void equivalences.value;
    clearTimeout(timer);
    if (draft === null) {
      told.value = null;
      return;
    }
    quick.drop();
    slow.drop();
    void askFirst(draft);
  });
  async function askFirst(draft: Draft): Promise<void> {
    clearTimeout(greying);
    greying = setTimeout(() => {
      late.value = true;
    }, NOTICED);
    try {
      const answer = await quick.ask('design', [askedOf(draft)]);
      clearTimeout(greying);
      batch(() => {
        told.value = { draft, answer };
        late.value = false;
      });
      if (answer.names !== null) timer = setTimeout(() => void askMore(draft, answer), PAUSE);
    } catch (thrown) {
      tellFailure(thrown);
    }
  }
  async function askMore(draft: Draft, answer: DesignAnswer): Promise<void> {
    try {
      detail.value = { draft, detail: await slow.ask('details', [askedOf(draft)]) };
      const points = new Map<string, readonly SliderPoint[]>();
      for (const { name, min, max } of answer.open) {
        if (min === null || max === null) continue;
        points.set(name, await slow.ask('slider', [askedOf(draft), name]));
        sliders.value = { draft, points: new Map(points) };
      }
    } catch (thrown) {
      tellFailure(thrown);
    }
  }
}
