import { paceOf } from './pace.js';
import { runFamily, type FamilyResult, type RunOptions } from './run-family.js';
import { startUpOf, type StartUp } from './start-up.js';
import type { Family } from './task.js';

/** Everything that a run of the benchmark came to. */
export interface BenchResult {
  readonly families: readonly FamilyResult[];
  readonly startUps: readonly {
    readonly name: string;
    readonly about: string;
    readonly isProcess: boolean;
    readonly startUp: StartUp | null;
  }[];
  /** Milliseconds of the same arithmetic before and after. */
  readonly pace: { readonly before: number; readonly after: number };
}

/** Runs families one after the other, after everybody has been asked something trivial. */
export async function runBenchmark(families: readonly Family[], options: RunOptions): Promise<BenchResult> {
  const { contestants, meter, progress } = options;
  paceOf(meter);
  const before = paceOf(meter);
  const startUps: BenchResult['startUps'][number][] = [];
  for (const contestant of contestants) {
    progress?.(`starting ${contestant.name}`);
    const { name, about, isProcess } = contestant;
    startUps.push({ name, about, isProcess, startUp: await startUpOf(contestant, meter) });
  }
  const results: FamilyResult[] = [];
  for (const family of families) results.push(await runFamily(family, options));
  return { families: results, startUps, pace: { before, after: paceOf(meter) } };
}
