import { compile } from '../../compile/compile.js';
import type { Contestant } from '../../benchmark/contestant.js';
import { askPython } from './python-solver.js';

/** The answer-set solver clingo, which enumerates what it counts. */
export const CLINGO: Contestant = {
  name: 'clingo',
  about: 'the answer-set solver clingo, which counts by enumerating, projected to the units',
  isProcess: true,
  mostQuestions: 1,
  declines: (task) => (task.kind === 'count' ? null : 'it is asked to count here, which its peers cannot'),
  prepare: (task) => {
    if (task.kind !== 'count') throw new RangeError('clingo is asked to count');
    const program = compile(task.problem, { sense: 'minimise', terms: [] });
    return {
      solve: (_, milliseconds) => {
        const said = askPython('clingo', program, task.problem.entries.length, milliseconds);
        if (said.status === 'count') return { status: 'number', number: BigInt(said.count) };
        return said.status === 'limit' ? { status: 'limit' } : { status: 'failed', why: 'it did not count' };
      },
    };
  },
};
