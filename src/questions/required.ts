import type { Measure } from '../domain/measure.js';
import type { Problem } from '../domain/problem.js';
import { figureOf, type Quantity } from '../domain/quantity.js';
import { scaleOf, type Scales } from '../domain/scale.js';
import { measureSelection } from '../domain/totals.js';
import type { Entry } from '../domain/unit.js';
import type { SearchMeans } from '../methods/means.js';
import { provePathway, type PathwayAnswer } from './pathway.js';

/** A column that no unit table can have, since the names of columns do not begin with a blank. */
const COLUMN = ' from one group';
const FROM_GROUP: Measure = { over: 'all', quantity: { column: COLUMN } };

/**
 * The least of a quantity that a pathway takes from one group, which is what the rule requires from it: the least of a
 * figure that units of other groups have none of. Null where a figure of the group is not known; otherwise the answer
 * that was no proved optimum.
 */
export async function findRequired(
  problem: Problem,
  group: string,
  quantity: Quantity,
  means: SearchMeans,
): Promise<number | null | Exclude<PathwayAnswer, { status: 'optimal' }>> {
  if (problem.entries.some((entry) => entry.group === group && figureOf(entry, quantity) === null)) return null;
  const counted = countingFrom(problem, group, quantity);
  const answer = await provePathway(counted, [{ sense: 'minimise', measure: FROM_GROUP }], means);
  if (answer.status !== 'optimal') return answer;
  return measureSelection(counted, answer.pathway.selection, FROM_GROUP);
}

function countingFrom(problem: Problem, group: string, quantity: Quantity): Problem {
  const entries = problem.entries.map((entry): Entry => {
    const figure = entry.group === group ? figureOf(entry, quantity) : 0;
    if (figure === null) throw new Error(`a figure of group ${group} is not known`);
    return { ...entry, figures: new Map(entry.figures).set(COLUMN, figure) };
  });
  const columns = new Map(problem.scales.columns).set(COLUMN, scaleOf(problem.scales, quantity));
  const scales: Scales = { ...problem.scales, columns };
  return { ...problem, entries, scales };
}
