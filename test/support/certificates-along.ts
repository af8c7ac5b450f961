import { Drawn } from '../../src/certificate/diagram-claims.js';
import { makeCertificate, type Part } from '../../src/certificate/make-certificate.js';
import { buildDiagram } from '../../src/diagram/build/build.js';
import { unitKeys } from '../../src/diagram/query/units.js';
import { itemAt } from '../../src/domain/item-at.js';
import type { Objective } from '../../src/domain/measure.js';
import type { Problem, Selection } from '../../src/domain/problem.js';
import { objectiveValues } from '../../src/domain/totals.js';
import { everyPathway } from './brute-force.js';

/**
 * Certificates of everything that is claimed along diagrams, as brute force finds it: how many pathways there are and how
 * many are good, lists of the best, the good and all, prices and shares. The first is about what is held, the second about
 * the way in which everything else is held instead, as another of its ways.
 */
export async function certifyAlong(problem: Problem, objectives: readonly Objective[]): Promise<readonly string[]> {
  const other = { ...problem, achieved: problem.achieved.map((it) => !it) };
  const [one, another] = [await certify(problem, objectives), await certify(other, objectives)];
  if (one === null) return [];
  return another === null ? [one] : [one, together(one, another)];
}

async function certify(problem: Problem, objectives: readonly Objective[]): Promise<string | null> {
  const pathways = everyPathway(problem);
  if (pathways.length === 0 || problem.entries.length === 0) return null;
  const made = makeCertificate(problem, problem.conditions, partsOf(problem, objectives, pathways));
  return made.certified ? made.text : null;
}

function partsOf(problem: Problem, objectives: readonly Objective[], pathways: readonly Selection[]): readonly Part[] {
  const key = unitKeys(problem);
  const ranked = pathways
    .map((selection) => ({ selection, values: objectiveValues(problem, selection, objectives) }))
    .sort((a, b) => compare(objectives, a.values, b.values));
  const middle = itemAt(ranked, Math.min(2, ranked.length - 1));
  const valued = objectives.map((objective, at) => ({ ...objective, value: itemAt(middle.values, at) }));
  const good = ranked.filter(({ values }) => compare(objectives, values, middle.values) <= 0);
  const firstOfEach = (some: readonly { readonly selection: Selection }[]): Selection[] => [
    ...new Map(some.toReversed().map(({ selection }) => [key(selection), selection])).values(),
  ];
  const units = BigInt(new Set(pathways.map(key)).size);
  const drawn = new Drawn(problem, buildDiagram(problem));
  const list = { objectives: valued, known: [] };
  const claims: readonly Part['claim'][] = [
    drawn.count({ objectives: [], of: 'units', number: units }),
    drawn.count({ objectives: [], of: 'placements', number: BigInt(pathways.length) }),
    drawn.count({ objectives: valued, of: 'placements', number: BigInt(good.length) }),
    drawn.count({ objectives: valued, of: 'units', number: BigInt(firstOfEach(good).length) }),
    drawn.list({ ...list, which: 'better', selections: firstOfEach(good) }),
    drawn.list({ ...list, which: 'as good', selections: firstOfEach(good) }),
    ...(pathways.length > 40
      ? []
      : [drawn.list({ ...list, which: 'all', objectives: [], selections: firstOfEach(ranked) })]),
    drawn.prices({ objectives: valued, prices: null }),
    drawn.shares('units'),
    drawn.shares('placements'),
  ];
  return claims.map((claim) => ({ name: claim.kind, way: 0, claim }));
}

/** Below 0 where the values of one come before those of the other. */
function compare(objectives: readonly Objective[], a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  if (at < 0) return 0;
  const gap = itemAt(a, at) - itemAt(b, at);
  return itemAt(objectives, at).sense === 'minimise' ? gap : -gap;
}

interface Several {
  question: { entries: { achieved: boolean }[] };
  ways: number[][];
  diagrams: unknown[];
  claims: { way: number; diagram: number }[];
}

/** The claims of one certificate, and those of another with different units held as claims about another way. */
function together(text: string, of: string): string {
  const [one, other] = [JSON.parse(text) as Several, JSON.parse(of) as Several];
  const held = other.question.entries.flatMap(({ achieved }, index) => (achieved ? [index] : []));
  const claims = other.claims.map((it) => ({ ...it, way: 1, diagram: it.diagram + one.diagrams.length }));
  return JSON.stringify({
    ...one,
    ways: [held],
    diagrams: [...one.diagrams, ...other.diagrams],
    claims: [...one.claims, ...claims],
  });
}
