import { count } from '../diagram/query/count.js';
import { countUnitSets } from '../diagram/query/count-units.js';
import { unitNumbers } from '../diagram/query/units.js';
import type { Measure, Objective } from '../domain/measure.js';
import { knownObjectives, unknownIn } from '../domain/needed.js';
import type { Problem } from '../domain/problem.js';
import { everyWay } from '../domain/using-held.js';
import { measureSelection } from '../domain/totals.js';
import type { Pathway } from '../evaluate/certify.js';
import { dependsOnHoldings } from '../domain/fold.js';
import type { DiagramStore } from '../methods/diagram-method.js';
import type { SearchMeans } from '../methods/means.js';
import { provePathway, type ObjectiveValue, type PathwayAnswer, type Unanswered } from './pathway.js';

/** A figure with a pathway that shows it, and who vouches for it. */
export interface Figure {
  readonly value: number;
  /** What led to the pathway, which is best under these, taken in order. */
  readonly objectives: readonly ObjectiveValue[];
  readonly witness: Pathway;
  readonly by: string;
  readonly confirmedBy: readonly string[];
}

/**
 * The figures that an awarding organisation publishes. Hours, credits and units over all pathways of a problem; null
 * where a figure of some unit that it would need is not known.
 */
export interface Range {
  readonly status: 'answered';
  readonly glh: {
    readonly min: Figure | null;
    readonly max: Figure | null;
    readonly maxAtMinimumCredit: Figure | null;
  };
  readonly credits: { readonly min: Figure | null; readonly max: Figure | null };
  readonly units: { readonly min: Figure; readonly max: Figure };
  /**
   * How many pathways there are; null when the diagram is too large to count them, or when what is held can be used in
   * several ways of which the rule makes a difference.
   */
  readonly pathways: bigint | null;
  /** What is counted: sets of units, or placements where telling sets of units apart was too much. */
  readonly distinct: 'units' | 'placements';
}

/** The range, or the first answer that was no proved optimum: no pathway, a limit, or a dispute. */
export type RangeAnswer = Range | Unanswered;

const GLH: Measure = { over: 'all', quantity: 'glh' };
const CREDITS: Measure = { over: 'all', quantity: 'credits' };
const UNITS: Measure = { over: 'all', quantity: 'units' };

const least = (measure: Measure): Objective => ({ sense: 'minimise', measure });
const most = (measure: Measure): Objective => ({ sense: 'maximise', measure });

/** Every figure of the range, by name: the objectives that lead to it, and the measure that it is. */
const QUESTIONS = {
  glhMin: { objectives: [least(GLH)], measure: GLH },
  glhMax: { objectives: [most(GLH)], measure: GLH },
  glhMaxAtMinimumCredit: { objectives: [least(CREDITS), most(GLH)], measure: GLH },
  creditsMin: { objectives: [least(CREDITS), least(GLH)], measure: CREDITS },
  creditsMax: { objectives: [most(CREDITS), least(GLH)], measure: CREDITS },
  unitsMin: { objectives: [least(UNITS), least(GLH)], measure: UNITS },
  unitsMax: { objectives: [most(UNITS), least(GLH)], measure: UNITS },
} as const;

type QuestionName = keyof typeof QUESTIONS;

/**
 * Computes the range; each figure is a question of its own, and comes with a pathway that the evaluator accepts.
 *
 * @example
 * ```ts
 * import { createMeans, deadlineIn, findRange, pose, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * const { forMany } = createMeans({ deadline: deadlineIn(10_000) });
 * const range = await findRange(problem, forMany);
 * if (range.status === 'answered') console.log(range.pathways); // 871n
 * ```
 */
export async function findRange(problem: Problem, means: SearchMeans): Promise<RangeAnswer> {
  const figures = new Map<QuestionName, Figure>();
  for (const name of Object.keys(QUESTIONS) as QuestionName[]) {
    const { objectives, measure } = QUESTIONS[name];
    const known = knownObjectives(problem, objectives);
    // An objective that only chooses among equally good pathways may go; the figure itself may not.
    if (unknownIn(problem, { sense: 'minimise', measure }).length > 0 || known[0] !== objectives[0]) continue;
    const answer = await provePathway(problem, known, means);
    if (answer.status !== 'optimal') return answer;
    figures.set(name, figureOf(answer, measure));
  }
  const figure = (name: QuestionName): Figure | null => figures.get(name) ?? null;
  const units = (name: QuestionName): Figure => {
    const found = figures.get(name);
    if (found === undefined) throw new Error(`the figure ${name} was not computed`);
    return found;
  };
  return {
    status: 'answered',
    glh: { min: figure('glhMin'), max: figure('glhMax'), maxAtMinimumCredit: figure('glhMaxAtMinimumCredit') },
    credits: { min: figure('creditsMin'), max: figure('creditsMax') },
    units: { min: units('unitsMin'), max: units('unitsMax') },
    ...countPathways(problem, means.store),
  };
}

/** How many pathways there are, told apart as the answer says. */
export function countPathways(problem: Problem, store: DiagramStore): Pick<Range, 'pathways' | 'distinct'> {
  const [first, ...others] = everyWay(problem);
  const differ = others.length > 0 && problem.conditions.some(dependsOnHoldings);
  if (first === undefined || differ) return { pathways: null, distinct: 'units' };
  const diagram = store.of(first);
  if (diagram.kind === 'too-large') return { pathways: null, distinct: 'units' };
  const sets = countUnitSets(diagram, unitNumbers(first));
  return sets === null ? { pathways: count(diagram), distinct: 'placements' } : { pathways: sets, distinct: 'units' };
}

function figureOf(answer: Extract<PathwayAnswer, { status: 'optimal' }>, measure: Measure): Figure {
  const { pathway, objectives, by, confirmedBy } = answer;
  const value = measureSelection(pathway.problem, pathway.selection, measure);
  return { value, objectives, witness: pathway, by, confirmedBy };
}
