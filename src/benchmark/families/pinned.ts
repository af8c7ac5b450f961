import { curriculumProgram, type Curriculum } from '../curriculum.js';
import type { Family } from '../task.js';

/** An instance that stands in a file, with its proved optimum. */
export interface PinnedInstance {
  readonly name: string;
  readonly source: string;
  readonly optimum: number;
  /** Who proved the optimum. */
  readonly provedBy: readonly string[];
  readonly curriculum: Curriculum;
}

/** Published instances whose optima are known: balanced academic curricula. */
export function pinnedFamily(instances: readonly PinnedInstance[]): Family {
  return {
    id: 'pinned',
    title: 'Published instances',
    statement:
      'Balanced academic curricula (CSPLib, problem 030): spread courses over periods, the needed ones before, so that ' +
      'the heaviest period has as few credits as possible. The optima are published.',
    analysis:
      'Symmetric and without costs: relaxations spread every course over all periods and say little. Constraint ' +
      'solvers are at home here; dense tableaus are not.',
    growsBy: 'periods',
    instances: (quick) =>
      [...instances]
        .sort((a, b) => a.curriculum.periods - b.curriculum.periods)
        .slice(0, quick ? 1 : instances.length)
        .map(({ name, optimum, curriculum }) => ({
          name,
          size: curriculum.periods,
          known: String(optimum),
          task: { kind: 'program', program: curriculumProgram(curriculum) },
        })),
  };
}
