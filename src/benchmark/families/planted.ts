import { valueAt } from '../../program/feasibility.js';
import type { LinearProgram, Row, Term } from '../../program/linear-program.js';
import { randomFrom, type Random } from '../random.js';
import type { Family, Instance } from '../task.js';

const SIZES = [20, 40, 80, 160];

const QUICK_INSTANCES = 2;

/** Programs whose best value is known because it was put there. */
export const PLANTED: Family = {
  id: 'planted',
  title: 'Integer programs with a planted optimum',
  statement:
    'n columns that are 0 or 1 and n/2 rows, each met exactly by a point of chance; the objective is a sum of the rows ' +
    'with factors from 1, raised where the point has 0 and lowered where it has 1. Find the best point.',
  analysis:
    'Weak duality proves the planted point best: no point that meets the rows can be cheaper than that sum allows. ' +
    'The relaxation is tight, so this is no test of search; it is a test of being right, with factors of both signs.',
  growsBy: 'columns',
  instances: (quick) => (quick ? SIZES.slice(0, QUICK_INSTANCES) : SIZES).map(instanceOf),
};

function instanceOf(size: number): Instance {
  const random = randomFrom(1000 + size);
  const point = Array.from({ length: size }, () => random.whole(0, 1));
  const program = plant(point, random);
  const known = String(valueAt(program.objective, point));
  return { name: `${size} columns`, size, known, task: { kind: 'program', program } };
}

/** A program of which the point is a best one. */
function plant(point: readonly number[], random: Random): LinearProgram {
  const rows = Array.from({ length: Math.floor(point.length / 2) }, () => rowThrough(point, random));
  const costs = point.map((value) => (value === 0 ? random.whole(0, 5) : -random.whole(0, 5)));
  for (const { terms } of rows) {
    const weight = random.whole(1, 4);
    for (const { column, factor } of terms) costs[column] = (costs[column] ?? Number.NaN) + weight * factor;
  }
  const terms = costs.map((factor, column) => ({ column, factor })).filter(({ factor }) => factor !== 0);
  return {
    sense: 'minimise',
    columns: point.map(() => ({ lower: 0, upper: 1 })),
    rows,
    objective: { terms, constant: 0 },
  };
}

/** A sum that must be at least what it is at the point. */
function rowThrough(point: readonly number[], { whole }: Random): Row {
  const terms = point.map((_, column): Term => ({ column, factor: whole(-4, 9) })).filter(({ factor }) => factor !== 0);
  return { terms, interval: { min: valueAt({ terms, constant: 0 }, point), max: null } };
}
