/*
 * What stands in the way of a plan. Things that were asked for are left out, all of them first, then halves, down to one at
 * a time, for good whenever there is no plan without them either: what is left cannot be kept together, and is the smallest
 * such set. Nothing is known here of what is asked.
 */
/** Something that was asked for and may be in the way; `Q` is a question. */
export interface Hindrance<Q> {
  /** The question without it. Those of a list are left out in the order of the list. */
  readonly without: (question: Q) => Q;
  /** Its figure, where it has one, in steps towards what is easier to meet: so many of them may be taken. */
  readonly dial: Dial<Q> | null;
}

/** A figure that can be made easier to meet step by step. */
export interface Dial<Q> {
  readonly steps: number;
  readonly figureAt: (step: number) => number;
  readonly at: (question: Q, figure: number) => Q;
}

/** Whether there is a plan at all; null when nobody knows. */
export type Possible<Q> = (question: Q) => Promise<boolean | null>;

/** Things that cannot be kept together; not `smallest` where it was not known of some whether there is a plan without them. */
export interface HindranceConflict<H> {
  readonly members: readonly H[];
  readonly smallest: boolean;
}

/** The smallest set that cannot be kept together, of a question without a plan. */
export async function smallestConflict<Q, H extends Hindrance<Q>>(
  question: Q,
  hindrances: readonly H[],
  possible: Possible<Q>,
): Promise<HindranceConflict<H>> {
  const dropped = new Set<H>();
  let smallest = true;
  const tryWithout = async (candidates: readonly H[]): Promise<void> => {
    if (candidates.length === 0) return;
    const out = new Set([...dropped, ...candidates]);
    const asked = hindrances.reduce((rest, it) => (out.has(it) ? it.without(rest) : rest), question);
    const answer = await possible(asked);
    if (answer === false) {
      for (const it of candidates) dropped.add(it);
      return;
    }
    if (candidates.length === 1) {
      if (answer === null) smallest = false;
      return;
    }
    const half = Math.ceil(candidates.length / 2);
    await tryWithout(candidates.slice(0, half));
    await tryWithout(candidates.slice(half));
  };
  await tryWithout(hindrances);
  return { members: hindrances.filter((it) => !dropped.has(it)), smallest };
}

/** The nearest figure at which there is a plan, all else staying as it is; null where there is none or nobody knows. */
export async function nearestFigure<Q>(
  question: Q,
  { dial }: Hindrance<Q>,
  possible: Possible<Q>,
): Promise<number | null> {
  if (dial === null) return null;
  const { steps, figureAt, at } = dial;
  const isEnough = async (step: number): Promise<boolean | null> => possible(at(question, figureAt(step)));
  let [short, enough] = [0, null as number | null];
  for (let step = 1; step <= steps; step = step === steps ? steps + 1 : Math.min(steps, 2 * step)) {
    const answer = await isEnough(step);
    if (answer === null) return null;
    if (answer) {
      enough = step;
      break;
    }
    short = step;
  }
  if (enough === null) return null;
  while (enough - short > 1) {
    const middle = Math.floor((short + enough) / 2);
    const answer = await isEnough(middle);
    if (answer === null) return null;
    if (answer) enough = middle;
    else short = middle;
  }
  return figureAt(enough);
}

/** A figure that is easier to meet the larger it is, up to `most`. */
export function upwards<Q>(from: number, most: number, at: Dial<Q>['at']): Dial<Q> {
  return { steps: Math.max(0, most - from), figureAt: (step) => from + step, at };
}

/** A figure that is easier to meet the smaller it is, down to `least`. */
export function downwards<Q>(from: number, least: number, at: Dial<Q>['at']): Dial<Q> {
  return { steps: Math.max(0, from - least), figureAt: (step) => from - step, at };
}
