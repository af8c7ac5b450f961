import type { FamilyResult, InstanceResult, Standing, Times } from './run-family.js';
import { shiftedGeometricMean } from './statistics.js';

/** Figures below some ten milliseconds are nothing to anybody who waits for one answer. */
export const SHIFT = 10;

/** How a contestant did over the instances of a family. */
export interface Summary {
  readonly name: string;
  /** Instances that it was asked about, or would have been, had it not come to the limit before. */
  readonly asked: number;
  readonly answered: number;
  /** Shifted geometric mean over those that it answered, in milliseconds; null for none. */
  readonly mean: number | null;
  /** Geometric mean of its time by the fastest one's on the same instance, over those that it answered. */
  readonly timesFastest: number | null;
}

/** Which time of an instance is compared; null where there is none. */
export type Pick = (times: Times) => number | null;

/** One question, everything included. */
export const oneQuestion: Pick = ({ one }) => one.median;

/** Each next question with its check. */
export const nextQuestion: Pick = ({ nextCertified }) => nextCertified?.median ?? null;

/** A line for everybody who takes part in the family. */
export function summarise({ instances }: FamilyResult, pick: Pick): readonly Summary[] {
  const names = instances[0]?.standings.map(({ name }) => name) ?? [];
  return names.flatMap((name) => {
    const own = instances.map((it) => ({ it, standing: it.standings.find((standing) => standing.name === name) }));
    const times = own.flatMap(({ it, standing }) => {
      const time = timeOf(standing, pick);
      return time === null ? [] : [{ time, fastest: fastestOf(it, pick) ?? time }];
    });
    const asked = own.filter(({ standing }) => standing !== undefined && takesPart(standing)).length;
    if (asked === 0) return [];
    const ratios = times.map(({ time, fastest }) => time / fastest);
    const mean = shiftedGeometricMean(
      times.map(({ time }) => time),
      SHIFT,
    );
    return [{ name, asked, answered: times.length, mean, timesFastest: shiftedGeometricMean(ratios, 0) }];
  });
}

/** The least time on an instance; null where nobody has one. */
export function fastestOf({ standings }: InstanceResult, pick: Pick): number | null {
  const times = standings.map((standing) => timeOf(standing, pick)).filter((time) => time !== null);
  return times.length === 0 ? null : Math.min(...times);
}

/** The time of a standing; null where it has none. */
export function timeOf(standing: Standing | undefined, pick: Pick): number | null {
  return standing?.times === undefined || standing.times === null ? null : pick(standing.times);
}

function takesPart({ verdict }: Standing): boolean {
  return verdict.kind !== 'declined';
}
