import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './command.js';

/** A learner with what is held. */
export interface Learner {
  readonly learner: string;
  readonly achieved: readonly string[];
}

/** References of the units of a shipped qualification, in table order. */
export function unitsOf(qualification: string): readonly string[] {
  const rows = readFileSync(join(ROOT, 'data', `${qualification}.csv`), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  return rows.map((row) => row.split(',')[1] ?? '');
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Learners who hold at random up to `share` of the units, some hardly any and some many. */
export function* randomLearners(count: number, units: readonly string[], share = 0.45): Generator<Learner> {
  const random = randomNumbers(count);
  for (let at = 0; at < count; at++) {
    const own = share * random();
    yield { learner: `L${String(at).padStart(7, '0')}`, achieved: units.filter(() => random() < own) };
  }
}

/** A learner as rows of a CSV cohort. */
export function csvRows({ learner, achieved }: Learner): string {
  return achieved.length === 0 ? `${learner},\n` : achieved.map((ref) => `${learner},${ref}\n`).join('');
}

/** A learner as a line of an NDJSON cohort. */
export function ndjsonLine(learner: Learner): string {
  return `${JSON.stringify(learner)}\n`;
}
