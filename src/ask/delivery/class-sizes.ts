import type { JointUnit } from '../../delivery/joint.js';
import type { ClassSize } from '../../delivery/seats/seated.js';
import { error, type Issue } from '../../domain/issue.js';
import { isNoFigure, parseWholeNumber } from '../../domain/quantity.js';
import { quote } from '../../domain/quote.js';
import { InputError } from '../input-error.js';
import type { DeliveryQuestion } from './delivery-question.js';
import type { Provider } from './provider.js';

/** Class sizes by unit, and whether there is any: without, one run holds everybody. */
export interface ClassSizes {
  readonly sizes: readonly ClassSize[];
  readonly any: boolean;
}

/** A run without a capacity holds everybody; one without a least number takes place with one learner. */
export function classSizes(
  { capacity, minClass }: Pick<DeliveryQuestion, 'capacity' | 'minClass'>,
  provider: Provider,
  units: readonly JointUnit[],
  learners: number,
): ClassSizes {
  const issues: Issue[] = [];
  const given = [
    capacity === undefined ? columnOf(provider, 'capacity', issues) : null,
    minClass === undefined ? columnOf(provider, 'min-class', issues) : null,
  ] as const;
  const sizes = units.map(({ identity, ref }): ClassSize => {
    const least = minClass ?? given[1]?.get(identity) ?? 1;
    const most = capacity ?? given[0]?.get(identity) ?? Math.max(1, learners, least);
    if (most < 1 || least > most) issues.push(wrong(ref, most, least));
    return { capacity: Math.max(1, most), least };
  });
  if (issues.length > 0) throw new InputError(issues);
  const any = sizes.some((size) => size.capacity < learners || size.least > 1);
  return { sizes, any };
}

/** A column of the tables by unit; the smaller capacity, or the larger least number, where tables differ. */
function columnOf(
  { offered }: Provider,
  column: 'capacity' | 'min-class',
  issues: Issue[],
): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const { identity, figures, columns, place } of offered.flatMap(({ problem }) => problem.entries)) {
    const figure = figures.get(column);
    if (figure === undefined || figure === null) continue;
    const text = columns.get(column) ?? '';
    if (isNoFigure(figure) || parseWholeNumber(String(figure)) === null) {
      issues.push(error('not-a-number', `The ${column} ${quote(text)} is no whole number from 0 up.`, place));
      continue;
    }
    const known = values.get(identity) ?? figure;
    values.set(identity, column === 'capacity' ? Math.min(known, figure) : Math.max(known, figure));
  }
  return values;
}

function wrong(ref: string, most: number, least: number): Issue {
  const message = `A run of ${ref} would have at most ${most} learners and at least ${least}.`;
  return error('setting', message, { option: `--capacity ${most}, --min-class ${least}` });
}
