/**
 * Statement   at most one unit of each title from B
 * Rows        sum of v[i] x[i] over the entries of B with one title <= 1, a row for each title of B
 * Algebra     v[i] is what entry i contributes, as for an amount: each value of the key is an amount of its own. An
 *             entry without a value is in none of them.
 */
import { entryAt, select, type Problem } from '../domain/problem.js';
import type { OfEach } from '../domain/statement.js';
import { valueOfKey } from '../domain/unit-key.js';
import { boundsOf, weightOf } from '../domain/weight.js';
import { every, expression, within, type Formula } from './formula.js';

/** The formula of amounts by title or by what a column holds. */
export function formulateOfEach(problem: Problem, { quantity, key, filter, interval }: OfEach<number>): Formula {
  const amounts = new Map<string, Map<number, number>>();
  for (const index of select(problem, filter)) {
    const entry = entryAt(problem, index);
    const value = valueOfKey(entry, key);
    if (value === null) continue;
    const factors = amounts.get(value) ?? new Map<number, number>();
    amounts.set(value, factors.set(index, weightOf(problem, entry, quantity)));
  }
  const bounds = boundsOf(problem, quantity, interval);
  return every([...amounts.values()].map((factors) => within(expression(factors), bounds)));
}
