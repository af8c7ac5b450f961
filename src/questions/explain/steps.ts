import type { Interval } from '../../domain/interval.js';
import type { Problem } from '../../domain/problem.js';
import type { Statement } from '../../domain/statement.js';
import { thresholdView, type ThresholdView } from '../threshold.js';

/** One threshold of a statement moved by one: tighter or looser, or down or up where both bounds are one figure. */
export interface Step {
  readonly change: 'tighter' | 'looser' | 'down' | 'up';
  readonly statement: Statement;
}

/**
 * Every way to move a bound of the statement by one of its own unit (a credit, an hour, a per cent), as far as there is
 * anything to move to; none for conditions that bound no quantity, and for thresholds within a list.
 */
export function stepsOf(problem: Problem, statement: Statement): readonly Step[] {
  const view = thresholdView(problem, statement);
  if (view === null) return [];
  const step = Math.round(1 / view.told(1));
  const moved = movesOf(view.interval, step).filter(({ interval }) => isMeaningful(view, interval));
  return moved.map(({ change, interval }) => ({ change, statement: view.within(interval) }));
}

interface Move {
  readonly change: Step['change'];
  readonly interval: Interval;
}

function movesOf({ min, max }: Interval, step: number): readonly Move[] {
  if (min !== null && min === max) {
    return [
      { change: 'down', interval: { min: min - step, max: max - step } },
      { change: 'up', interval: { min: min + step, max: max + step } },
    ];
  }
  const lower: readonly Move[] =
    min === null
      ? []
      : [
          { change: 'tighter', interval: { min: min + step, max } },
          { change: 'looser', interval: { min: min - step, max } },
        ];
  const upper: readonly Move[] =
    max === null
      ? []
      : [
          { change: 'tighter', interval: { min, max: max - step } },
          { change: 'looser', interval: { min, max: max + step } },
        ];
  return [...lower, ...upper];
}

/** Bounds below nought say nothing; nor does an upper bound beyond all that there is. */
function isMeaningful({ most, interval: before }: ThresholdView, { min, max }: Interval): boolean {
  if ((min !== null && min < 0) || (max !== null && max < 0)) return false;
  if (min !== null && max !== null && min > max) return false;
  return max === null || max <= most || max <= (before.max ?? 0);
}
