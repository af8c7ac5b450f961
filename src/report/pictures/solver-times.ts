import type { BenchFamilyDocument } from '../documents/bench.js';

/** The times of every solver over the instances of families; null where it has no answer that stands. */
export interface SolverTimes {
  readonly instances: number;
  readonly solvers: readonly { readonly name: string; readonly times: readonly (number | null)[] }[];
}

/** One question, everything included, of whoever answered any; instances that nobody answered count for nobody. */
export function solverTimes(families: readonly BenchFamilyDocument[]): SolverTimes {
  const instances = families
    .flatMap((family) => family.instances)
    .filter(({ solvers }) => solvers.some(({ milliseconds }) => milliseconds !== null));
  const names = [...new Set(instances.flatMap(({ solvers }) => solvers.map(({ solver }) => solver)))];
  const solvers = names.map((name) => ({
    name,
    times: instances.map((it) => {
      return it.solvers.find(({ solver }) => solver === name)?.milliseconds?.one.median ?? null;
    }),
  }));
  return { instances: instances.length, solvers: solvers.filter(({ times }) => times.some((time) => time !== null)) };
}
