import type { Meter } from './turn.js';
import { spreadOf } from './statistics.js';

const ROUNDS = 5;
const STEPS = 4_000_000;

/** Milliseconds that a fixed piece of arithmetic takes here and now, for telling whether the machine has changed its pace. */
export function paceOf({ wall }: Meter): number {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const started = wall();
    let state = round + 1;
    for (let step = 0; step < STEPS; step++) state = (Math.imul(state, 1_103_515_245) + 12_345) | 0;
    // The result is looked at, so that the work cannot be left out.
    if (state === 0) times.length = 0;
    times.push(wall() - started);
  }
  return spreadOf(times).median;
}
