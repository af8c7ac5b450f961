import { withoutResidue } from '../../domain/scale.js';
import type { Progress } from '../../questions/progress.js';
import { figureCell } from './figure-cell.js';
import { table, toned, type Cell, type Sheet } from '../sheet.js';

const STATE_WORDS = {
  feasible: 'not settled in time',
  unknown: 'not settled in time',
  infeasible: 'no pathway',
  disputed: 'disputed',
  broken: 'the model has errors',
};

/** How near a learner is to each qualification, one line each. */
export function progressSheet(progress: readonly Progress[]): Sheet {
  return {
    title: 'Progress towards the qualifications at hand',
    parts: [
      table(
        [
          { head: 'Qualification', flexible: true },
          { head: 'State' },
          { head: 'New GLH', align: 'right' },
          { head: 'New units', align: 'right' },
          { head: 'Credits held', align: 'right' },
        ],
        progress.map(rowOf),
      ),
    ],
  };
}

function rowOf(it: Progress): Cell[] {
  const title = it.title ?? it.id;
  if (it.status === 'open') return [title, toned('values are open', 'quiet'), null, null, null];
  if (it.status !== 'answered') return [title, STATE_WORDS[it.status], null, null, null];
  const { newGlh, newCredits, newUnits, overlapCredits } = it.totals;
  const state = it.complete ? toned('complete', 'good') : 'to do';
  const known = overlapCredits !== null && newCredits !== null;
  const held = known ? `${overlapCredits} of ${withoutResidue(overlapCredits + newCredits)}` : 'not known';
  return [title, state, figureCell(newGlh), newUnits, held];
}
