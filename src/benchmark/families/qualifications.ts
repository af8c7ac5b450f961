import { DEFAULT_OBJECTIVES } from '../../domain/measure.js';
import type { Problem } from '../../domain/problem.js';
import { measureOf } from '../../domain/weight.js';
import { itemAt } from '../../domain/item-at.js';
import type { Family, Instance } from '../task.js';
import { costVectors } from './many-questions.js';

/** A qualification that ships or is at hand, as a problem. */
export interface NamedProblem {
  readonly id: string;
  readonly problem: Problem;
}

const QUESTIONS = 100;
const QUICK_QUESTIONS = 20;

/** The qualifications at hand: the least hours first, and then questions of chance. */
export function qualificationsFamily(problems: readonly NamedProblem[]): Family {
  return {
    id: 'qualifications',
    title: 'Questions on real qualifications',
    statement:
      'The qualifications of the library; where a draft leaves values open, plausible ones. Find the pathway of least ' +
      'hours, and then those of least cost under 100 vectors of costs (20 in a quick run), from 0 to 99 a unit.',
    analysis:
      'What people ask: 40 to 60 units and five to ten conditions. Every solver is fast here; what is made once, and ' +
      'what is paid for every question, decides.',
    growsBy: 'entries',
    instances: (quick) => problems.map((it) => instanceOf(it, quick)).sort((a, b) => a.size - b.size),
  };
}

function instanceOf({ id, problem }: NamedProblem, quick: boolean): Instance {
  const { measure } = itemAt(DEFAULT_OBJECTIVES, 0);
  const hours = problem.entries.map((entry) => measureOf(problem, entry, measure));
  const size = problem.entries.length;
  const others = costVectors(size, quick ? QUICK_QUESTIONS : QUESTIONS, size);
  return { name: id, size, task: { kind: 'best', problem, questions: [hours, ...others] } };
}
