import type { Diagram as Graph, TooLarge } from '../diagram/diagram.js';
import { unitDiagram } from '../diagram/query/unit-diagram.js';
import { areDistinct, unitNumbers } from '../diagram/query/units.js';
import type { Problem } from '../domain/problem.js';
import type { Diagram } from './check-diagram.js';
import type { NotClaimed, ToCertify } from './make-certificate.js';
import { MOST_NODES, printDiagram } from './print-diagram.js';

const TOO_LARGE: NotClaimed = {
  kind: 'not claimed',
  why: `the diagram of the rule has more than ${MOST_NODES.toLocaleString('en-GB')} nodes`,
};

/** That there are so many pathways of a problem, whose diagram this is. */
export function countClaim(
  graph: Graph | TooLarge,
  problem: Problem,
  of: 'units' | 'placements',
  number: bigint,
): ToCertify | NotClaimed {
  const diagram = graph.kind === 'too-large' ? null : drawn(graph, problem, of);
  return diagram === null ? TOO_LARGE : { kind: 'count', diagram, of, number };
}

/** The diagram of the sets of units, or of placements, as a certificate writes it; null where it is too large. */
function drawn(graph: Graph, problem: Problem, of: 'units' | 'placements'): Diagram | null {
  const units = unitNumbers(problem);
  if (of === 'placements' || areDistinct(units)) return printDiagram(graph);
  const sets = unitDiagram(graph, units);
  return sets === null ? null : printDiagram(sets, units);
}
