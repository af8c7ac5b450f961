import { error } from '../../domain/issue.js';
import { parseMeasure, type Objective } from '../../domain/measure.js';
import { failure, success, type Result } from '../../domain/result.js';
import type { Specification } from '../../domain/specification.js';
import { didYouMean } from '../../domain/suggest.js';
import { gather } from '../gather.js';

/** Least delivered hours: what a plan is made for when nobody says otherwise. */
export const LEAST_HOURS: Objective = { sense: 'minimise', measure: { over: 'all', quantity: 'glh' } };

/** The objectives of a plan by the names of their measures; those of single learners are none of a plan. */
export function readMeasures(
  names: readonly string[],
  specifications: readonly Specification[],
): Result<readonly Objective[]> {
  const columns = [...new Set(specifications.flatMap((it) => it.columns))];
  if (names.length === 0) return success([LEAST_HOURS]);
  return gather(
    names.map((name): Result<Objective> => {
      const measure = parseMeasure(name, columns);
      if (measure?.over === 'all') return success({ sense: 'minimise', measure });
      const known = ['glh', 'credits', 'units', ...columns];
      const message = `There is no measure '${name}' of a plan${didYouMean(name, known)}; there are ${known.join(', ')}.`;
      return failure([error('unknown-measure', message, { option: `--minimise ${name}` })]);
    }),
  );
}
