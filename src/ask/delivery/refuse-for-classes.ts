import { error, type Issue } from '../../domain/issue.js';
import { InputError } from '../input-error.js';
import type { DeliveryQuestion } from './delivery-question.js';

/** Refuses wishes that a plan of runs does not know, rather than to leave them out silently. */
export function refuseForClasses(question: DeliveryQuestion): void {
  const { maxUnits, maxGlh, keep, maxChanges, minimise = [], frontier = false } = question;
  const given: readonly (readonly [string, boolean])[] = [
    ['--max-units', maxUnits !== undefined],
    ['--max-glh', maxGlh !== undefined],
    ['--keep', keep !== undefined],
    ['--max-changes', maxChanges !== undefined],
    ['--frontier', frontier],
    ['--minimise', minimise.length > 1],
  ];
  const issues = given.flatMap(([option, isGiven]): Issue[] => {
    if (!isGiven) return [];
    const what = option === '--minimise' ? 'More than one --minimise' : option;
    return [error('setting', `${what} does not go with class sizes.`, { option })];
  });
  if (issues.length > 0) throw new InputError(issues);
}
