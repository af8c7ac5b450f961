import { curriculumProgram, type Curriculum } from '../curriculum.js';
import { knapsackProgram, type Knapsack } from '../knapsack.js';
import type { LinearProgram } from '../../program/linear-program.js';
import type { Family } from '../task.js';

/** What a pinned instance is made of. */
export type PinnedMatter =
  { readonly curriculum: Curriculum } | { readonly knapsack: Knapsack } | { readonly program: LinearProgram };

/** An instance that stands in a file, with its proved optimum. */
export type PinnedInstance = PinnedMatter & {
  readonly name: string;
  /** Where it is from. */
  readonly source: string;
  readonly optimum: number;
  /** Who proved the optimum. */
  readonly provedBy: readonly string[];
};

/** The integer program of a pinned instance. */
export function pinnedProgram(instance: PinnedMatter): LinearProgram {
  if ('curriculum' in instance) return curriculumProgram(instance.curriculum);
  return 'knapsack' in instance ? knapsackProgram(instance.knapsack) : instance.program;
}

const QUICK_INSTANCES = 3;

/** Instances whose optima are published or proved by several solvers. */
export function pinnedFamily(instances: readonly PinnedInstance[]): Family {
  return {
    id: 'pinned',
    title: 'Pinned instances',
    statement:
      'Integer programs in files, with their optima: balanced academic curricula (CSPLib, problem 030: spread courses ' +
      'over periods, the needed ones before, so that the heaviest period is as light as possible), multidimensional ' +
      'knapsacks (OR-Library, mknap1), and members of the other families. Find the best point.',
    analysis:
      'Curricula are symmetric and have next to no costs: relaxations spread every course over all periods and say ' +
      'little; constraint solvers are at home there, dense tableaus are not. The knapsacks are small and old.',
    growsBy: 'columns',
    instances: (quick) =>
      instances
        .map(({ name, optimum, ...matter }) => ({ name, known: String(optimum), program: pinnedProgram(matter) }))
        .sort((a, b) => a.program.columns.length - b.program.columns.length)
        .slice(0, quick ? QUICK_INSTANCES : instances.length)
        .map(({ name, known, program }) => {
          return { name, known, size: program.columns.length, task: { kind: 'program', program } };
        }),
  };
}
