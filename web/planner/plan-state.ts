import { signal } from '@preact/signals';
import { referenceKey, type DeliverDocument, type DeliveryProgress } from '../../src/index.js';
import type { SheetAnswer } from '../engine/protocol.js';
import { tellFailure } from '../state/asking.js';
import { documents, edit, textOf, type Documents, type Draft, type PlannerWishes } from '../state/document.js';
import { textOfFile } from '../state/files.js';
import type { Engines } from '../state/engines.js';

interface Plan {
  readonly of: Documents;
  readonly answer: SheetAnswer<DeliverDocument>;
}

/** The last plan, and of what it is one. */
export const plan = signal<Plan | null>(null);
/** The search that is under way. */
export const running = signal<{ readonly since: number; readonly progress: DeliveryProgress } | null>(null);
/** What qualifications share. */
export const overlap = signal<{ readonly of: Documents; readonly answer: SheetAnswer } | null>(null);
/** Why a file of learners was not taken. */
export const refused = signal<string | null>(null);
/** Seconds for a plan. */
export const seconds = signal('20');

/** The qualifications that are planned for. */
export function chosenOf({ drafts, planner: { chosen } }: Documents): readonly Draft[] {
  return drafts.filter(({ id }) => chosen.includes(id));
}

/** Changes one thing that the planner has said. */
export function setPlanner<K extends keyof PlannerWishes>(name: K, value: PlannerWishes[K]): void {
  edit(`plan ${name}`, (before) => ({ ...before, planner: { ...before.planner, [name]: value } }));
}

/** Takes a qualification into the plan, or out of it. */
export function toggleChosen(id: string): void {
  const { chosen } = documents.peek().planner;
  setPlanner('chosen', chosen.includes(id) ? chosen.filter((it) => it !== id) : [...chosen, id]);
}

/** Whether a reference is in a list. */
export function has(list: readonly string[], ref: string): boolean {
  return list.some((it) => referenceKey(it) === referenceKey(ref));
}

/** Pins a unit or leaves it out, or lets go of that. */
export function toggleWish(wish: 'require' | 'exclude', ref: string): void {
  const { planner } = documents.peek();
  const other = wish === 'require' ? 'exclude' : 'require';
  const without = (list: readonly string[]): readonly string[] =>
    list.filter((it) => referenceKey(it) !== referenceKey(ref));
  edit(`plan ${wish} ${ref}`, (before) => ({
    ...before,
    planner: {
      ...planner,
      [other]: without(planner[other]),
      [wish]: has(planner[wish], ref) ? without(planner[wish]) : [...planner[wish], ref],
    },
  }));
}

/** The values that are set, each for its qualification. */
function settingsOf(drafts: readonly Draft[]): readonly string[] {
  return drafts.flatMap(({ id, wishes: { set } }) =>
    Object.entries(set).map(([name, value]) => `${id}: ${name}=${value}`),
  );
}

/** Finds the plan. */
export async function findPlan({ planner }: Engines): Promise<void> {
  const state = documents.peek();
  const chosen = chosenOf(state);
  const { require, exclude, maxUnits, maxGlh, capacity, minClass, cohort, keep } = state.planner;
  const begun = performance.now();
  running.value = { since: begun, progress: { found: null, bound: null } };
  const question = {
    set: settingsOf(chosen),
    require,
    exclude,
    timeLimit: Math.max(1, Number(seconds.peek()) || 1),
    ...numberOf('maxUnits', maxUnits),
    ...numberOf('maxGlh', maxGlh),
    ...(cohort === null ? {} : { cohort, ...numberOf('capacity', capacity), ...numberOf('minClass', minClass) }),
    ...(keep === null ? {} : { keep: { file: 'the plan that is kept', text: keep } }),
  };
  try {
    const answer = await planner.ask('deliver', [chosen.map(textOf), state.equivalences, question], (progress) => {
      running.value = { since: begun, progress };
    });
    plan.value = { of: state, answer };
  } catch (thrown) {
    tellFailure(thrown);
  } finally {
    running.value = null;
  }
}

function numberOf<K extends string>(name: K, text: string): Partial<Record<K, number>> {
  return (text.trim() === '' ? {} : { [name]: Number(text) }) as Partial<Record<K, number>>;
}

/** Finds what the qualifications share. */
export async function findOverlap({ planner }: Engines): Promise<void> {
  const state = documents.peek();
  const chosen = chosenOf(state);
  running.value = { since: performance.now(), progress: { found: null, bound: null } };
  try {
    overlap.value = {
      of: state,
      answer: await planner.ask('overlap', [chosen.map(textOf), state.equivalences, settingsOf(chosen)]),
    };
  } catch (thrown) {
    tellFailure(thrown);
  } finally {
    running.value = null;
  }
}

/** How far a search has come, in words. */
export function progressWords({ found, bound }: DeliveryProgress): string {
  if (found === null) return 'Being found…';
  return bound === null
    ? `The best plan so far takes ${found} hours…`
    : `The best plan so far takes ${found} hours; no plan takes fewer than ${bound}…`;
}

/** Takes a file of learners that was dropped. */
export async function dropCohort(event: DragEvent): Promise<void> {
  event.preventDefault();
  await takeCohort(event.dataTransfer?.files[0]);
}

/** Takes a file of learners. */
export async function takeCohort(file: File | undefined): Promise<void> {
  if (file === undefined) return;
  const read = await textOfFile(file);
  refused.value = 'why' in read ? `${file.name}: ${read.why}` : null;
  if ('text' in read) setPlanner('cohort', { file: file.name, text: read.text });
}
