import type { Diagram as Graph } from '../diagram/diagram.js';
import { intAt } from '../diagram/at.js';
import type { Measure } from '../domain/measure.js';
import { itemAt } from '../domain/item-at.js';
import type { Problem, Selection } from '../domain/problem.js';
import { checkPlan, type PlanTree } from './check-plan.js';
import type { Certified } from './make-certificate.js';
import { printMeasure, questionOf } from './question.js';
import { PLAN, readPlan } from './read-plan.js';

/** A plan whose certificate is to be written; units by their identities. */
export interface PlanToCertify {
  readonly measure: Measure;
  /** What the plan costs, as tables write it. */
  readonly value: number;
  readonly takers: readonly {
    readonly problem: Problem;
    readonly selection: Selection;
    /** The diagram of the problem, for the order in which it is best walked. */
    readonly graph: Graph;
  }[];
  /** Every unit in the order of the takers and their tables. */
  readonly units: readonly string[];
  readonly delivered: readonly number[];
  readonly fixed: readonly (0 | 1 | null)[];
  /** Shares are in so many parts of one. */
  readonly scale: number;
  readonly tree: PlanTree;
}

/** Writes the certificate of a plan and checks it, exactly as anybody else would. */
export function makePlanCertificate(plan: PlanToCertify): Certified {
  const { measure, value, takers, delivered, fixed, scale, tree } = plan;
  const at = (wish: 0 | 1): readonly number[] => [...fixed.keys()].filter((unit) => fixed[unit] === wish);
  const written = {
    format: PLAN,
    measure: printMeasure(measure),
    takers: takers.map(({ problem, selection, graph }) => ({
      question: questionOf(problem, problem.conditions, [measure]),
      order: orderOf(problem, graph),
      pathway: selection,
    })),
    wishes: { without: at(0), with: at(1) },
    claim: { value, delivered },
    scale,
    tree,
  };
  const read = readPlan(JSON.parse(JSON.stringify(written)));
  const same =
    read.units.length === plan.units.length && read.units.every(({ identity }, unit) => identity === plan.units[unit]);
  if (!same) throw new Error('a certificate lists the units of a plan in another order');
  const verdict = checkPlan(read.claim);
  if (!verdict.proved) return { certified: false, why: `the checker refuses it: ${verdict.why}` };
  return { certified: true, text: textOf(written), leaves: verdict.leaves, without: [] };
}

/** Entries by unit, in the order in which a diagram first decides one of them. */
function orderOf({ entries }: Problem, graph: Graph): readonly (readonly number[])[] {
  const seen = new Set<string>();
  const levels = [...graph.entries.keys()].reverse();
  return levels.flatMap((level) => {
    const { identity } = itemAt(entries, intAt(graph.entries, level));
    if (seen.has(identity)) return [];
    seen.add(identity);
    return [entries.flatMap((entry) => (entry.identity === identity ? [entry.index] : []))];
  });
}

/** One entry and one sentence a line. */
function textOf({ takers, ...rest }: { readonly takers: readonly object[] }): string {
  const lines = (items: readonly unknown[]): string => `[\n${items.map((it) => JSON.stringify(it)).join(',\n')}\n]`;
  const { format, ...others } = { format: PLAN, ...rest };
  const fields = Object.entries(others).map(([name, it]) => `"${name}": ${JSON.stringify(it)}`);
  return `{\n"format": ${JSON.stringify(format)},\n"takers": ${lines(takers)},\n${fields.join(',\n')}\n}\n`;
}
