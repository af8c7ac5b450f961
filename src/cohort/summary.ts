import type { CohortLineDocument } from '../report/documents/cohort-line.js';
import type { CohortSummaryDocument, CohortTowardsDocument } from '../report/documents/cohort-summary.js';

/** What is counted of the lines about one qualification. */
interface Tally {
  learners: number;
  complete: number;
  withUnknown: number;
  readonly statuses: { [status in CohortLineDocument['status']]: number };
  readonly hours: Map<number, number>;
  readonly units: Map<string, number>;
}

/** Counts the lines of a cohort as they are written; it keeps no learner, so its size does not grow with theirs. */
export class CohortSummary {
  readonly #tallies = new Map<string, Tally>();
  readonly #only: string | null;
  readonly #decoder = new TextDecoder();
  #learners = 0;
  #last: string | null = null;

  /** `only` is the qualification that lines without one are about. */
  constructor(only: string | null) {
    this.#only = only;
  }

  /** Takes whole lines. */
  add(bytes: Uint8Array): void {
    for (const line of this.#decoder.decode(bytes).split('\n'))
      if (line !== '') this.#count(JSON.parse(line) as CohortLineDocument);
  }

  /** The ids of the qualifications that lines were about. */
  get qualifications(): readonly string[] {
    return [...this.#tallies.keys()];
  }

  /** What was counted; qualifications in the order in which they first came. */
  document(titleOf: (ref: string) => string | undefined): CohortSummaryDocument {
    return {
      learners: this.#learners,
      qualifications: [...this.#tallies].map(([id, tally]) => towards(id, tally, titleOf)),
    };
  }

  #count(line: CohortLineDocument): void {
    const id = line.qualification ?? this.#only;
    if (id === null) throw new Error('a line about one of several qualifications does not say which');
    // The lines of a learner come together.
    if (line.learner !== this.#last) this.#learners += 1;
    this.#last = line.learner;
    const tally = this.#tallies.get(id) ?? newTally();
    this.#tallies.set(id, tally);
    tally.learners += 1;
    tally.statuses[line.status] += 1;
    if (line.complete === true) tally.complete += 1;
    if (line.unknown !== undefined) tally.withUnknown += 1;
    if (line.newGlh !== null) tally.hours.set(line.newGlh, (tally.hours.get(line.newGlh) ?? 0) + 1);
    for (const ref of line.newUnits) tally.units.set(ref, (tally.units.get(ref) ?? 0) + 1);
  }
}

function newTally(): Tally {
  const statuses = { optimal: 0, feasible: 0, infeasible: 0, unknown: 0, disputed: 0 };
  return { learners: 0, complete: 0, withUnknown: 0, statuses, hours: new Map(), units: new Map() };
}

function towards(
  qualification: string,
  { learners, complete, withUnknown, statuses, hours, units }: Tally,
  titleOf: (ref: string) => string | undefined,
): CohortTowardsDocument {
  return {
    qualification,
    learners,
    complete,
    statuses,
    newGlh: [...hours].sort(([a], [b]) => a - b).map(([value, count]) => [value, String(count)]),
    units: [...units]
      .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
      .map(([ref, count]) => ({ ref, title: titleOf(ref) ?? null, learners: count })),
    withUnknown,
  };
}
