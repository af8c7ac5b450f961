import type { Diagram as Graph, TooLarge } from '../diagram/diagram.js';
import { goalOf } from '../diagram/query/goal.js';
import { unitDiagram } from '../diagram/query/unit-diagram.js';
import { areDistinct, isOfUnits, unitNumbers } from '../diagram/query/units.js';
import type { Objective } from '../domain/measure.js';
import { repeatedEntries, type Problem } from '../domain/problem.js';
import { sharesAlong } from './check-along.js';
import type { Diagram } from './check-diagram.js';
import type { AlongDiagram, NotClaimed } from './make-certificate.js';
import { MOST_NODES, printDiagram } from './print-diagram.js';
import { countPaths } from './sweep-diagram.js';

const TOO_LARGE: NotClaimed = {
  kind: 'not claimed',
  why: `the diagram of the rule has more than ${MOST_NODES.toLocaleString('en-GB')} nodes`,
};

type Of = 'units' | 'placements';
type Claimed<K extends AlongDiagram['kind']> = Omit<Extract<AlongDiagram, { readonly kind: K }>, 'diagram' | 'kind'>;

/** Diagrams of one problem as certificates write them, each written once. */
export class Drawn {
  readonly #problem: Problem;
  readonly #graph: Graph | TooLarge;
  readonly #known = new Map<Of, Diagram | null>();

  /** `graph` is the diagram of the problem's placements. */
  constructor(problem: Problem, graph: Graph | TooLarge) {
    this.#problem = problem;
    this.#graph = graph;
  }

  /** The diagram of the sets of units, or of placements; null where it is too large. */
  of(what: Of): Diagram | null {
    const units = unitNumbers(this.#problem);
    const of = areDistinct(units) ? 'placements' : what;
    const known = this.#known.get(of);
    if (known !== undefined) return known;
    const diagram = this.#draw(of);
    this.#known.set(of, diagram);
    return diagram;
  }

  #draw(of: Of): Diagram | null {
    if (this.#graph.kind === 'too-large') return null;
    if (of === 'placements') return printDiagram(this.#graph);
    const units = unitNumbers(this.#problem);
    const sets = unitDiagram(this.#graph, units);
    return sets === null ? null : printDiagram(sets, units);
  }

  /** That there are so many pathways, or so many that come to the values of objectives. */
  count({ objectives, of, number }: Claimed<'count'>): AlongDiagram | NotClaimed {
    if (of === 'units' && !objectives.every((objective) => this.#isOfUnits(objective))) {
      return { kind: 'not claimed', why: 'a unit is worth more in one place than in another' };
    }
    const diagram = this.of(of);
    return diagram === null ? TOO_LARGE : { kind: 'count', diagram, objectives, of, number };
  }

  /** Which pathways come first. */
  list(claimed: Claimed<'list'>): AlongDiagram | NotClaimed {
    const diagram = this.of('placements');
    return diagram === null ? TOO_LARGE : { kind: 'list', diagram, ...claimed };
  }

  /** What units cost. */
  prices(claimed: Claimed<'prices'>): AlongDiagram | NotClaimed {
    const diagram = this.of('placements');
    return diagram === null ? TOO_LARGE : { kind: 'prices', diagram, ...claimed };
  }

  /** How many pathways count each unit. */
  shares(of: Of): AlongDiagram | NotClaimed {
    const diagram = this.of(of);
    if (diagram === null) return TOO_LARGE;
    const counted = sharesAlong(diagram, byUnitIn(this.#problem));
    return { kind: 'shares', diagram, of, number: countPaths(diagram), counted };
  }

  #isOfUnits(objective: Objective): boolean {
    return isOfUnits(goalOf(this.#problem, objective), unitNumbers(this.#problem));
  }
}

/** Entries by unit, in the order of the first of each. */
function byUnitIn(problem: Problem): readonly (readonly number[])[] {
  const repeated = repeatedEntries(problem);
  return problem.entries.flatMap(({ index }) => {
    const own = repeated.find((entries) => entries.includes(index));
    return own === undefined ? [[index]] : own[0] === index ? [own] : [];
  });
}
