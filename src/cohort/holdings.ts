import { identityOf } from '../domain/identity.js';
import type { Qualification } from '../domain/qualification.js';
import { replacedWith } from '../domain/replaced.js';
import { waysOfUnits } from '../domain/using-held.js';
import { coverable } from '../domain/ways.js';

/** What a learner holds, as a qualification sees it. */
export interface Held {
  /**
   * For each way of using what is held the entries that it achieves, marked with 1. Where there is one way only, which
   * is nearly always, the marks are in room that the next learner uses again.
   */
  readonly ways: readonly [Uint8Array, ...Uint8Array[]];
  /** Whether these are all ways. */
  readonly complete: boolean;
  /** References that the qualification has no use for, each once. */
  readonly unknown: readonly string[];
}

/** Looks at the references that a learner holds. */
export type Holdings = (references: readonly string[]) => Held;

/** How many spellings of references are remembered. */
export const MOST_REMEMBERED = 10_000;

/** Longer spellings are looked up afresh each time, so that what is remembered stays small. */
const LONGEST_REMEMBERED = 100;

/** What is known of a reference: its unit, the pieces of learning that the unit may cover, and their entries. */
interface Known {
  readonly unit: string;
  readonly pieces: readonly string[];
  readonly entries: readonly number[];
  /** Whether it may stand for units that replace it, so that what it achieves depends on what is held besides. */
  readonly isOld: boolean;
}

/** The same matching as `waysOf` of the domain, prepared for many learners. */
export function holdingsOf(qualification: Qualification): Holdings {
  const know = remembering(qualification);
  const marks = new Uint8Array(qualification.entries.length);
  return (references) => {
    marks.fill(0);
    let unknown: Set<string> | null = null;
    let hasChoice = false;
    for (const reference of references) {
      const { pieces, entries, isOld } = know(reference);
      if (pieces.length === 0 && !isOld && reference.trim() !== '') unknown = (unknown ?? new Set()).add(reference);
      hasChoice ||= pieces.length > 1 || isOld;
      for (const index of entries) marks[index] = 1;
    }
    const told = unknown === null ? NONE : [...unknown];
    if (!hasChoice) return { ways: [marks], complete: true, unknown: told };
    return { ...severalWays(qualification, references.map(know)), unknown: told };
  };
}

const NONE: readonly string[] = [];
const NOBODYS: readonly number[] = [];

function entriesOf(byIdentity: ReadonlyMap<string, readonly number[]>, piece: string): readonly number[] {
  const entries = byIdentity.get(piece);
  if (entries === undefined) throw new Error(`no entry of ${piece}, which may be covered`);
  return entries;
}

function severalWays(qualification: Qualification, held: readonly Known[]): Pick<Held, 'ways' | 'complete'> {
  const { entries } = qualification;
  const units = new Map(held.map((known) => [known.unit, known]));
  const { ways, complete } = waysOfUnits(qualification, [...units.values()]);
  const [first, ...others] = ways.map((way) => Uint8Array.from(entries, ({ identity }) => (way.has(identity) ? 1 : 0)));
  if (first === undefined) throw new RangeError('there is always a way of using what is held');
  return { ways: [first, ...others], complete };
}

function remembering(qualification: Qualification): (reference: string) => Known {
  const byIdentity = new Map<string, number[]>();
  for (const { identity, index } of qualification.entries) {
    const known = byIdentity.get(identity);
    if (known === undefined) byIdentity.set(identity, [index]);
    else known.push(index);
  }
  const remembered = new Map<string, Known>();
  return (reference) => {
    const known = remembered.get(reference);
    if (known !== undefined) return known;
    const pieces = coverable(qualification, reference);
    const [piece] = pieces;
    const entries = piece === undefined ? NOBODYS : entriesOf(byIdentity, piece);
    const unit = identityOf(qualification.identities, reference);
    const looked = { unit, pieces, entries, isOld: replacedWith(qualification, unit).length > 0 };
    if (reference.length <= LONGEST_REMEMBERED) {
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      remembered.set(detach(reference), looked);
    }
    return looked;
  };
}

/** A piece of a string may keep the whole of it alive, here a block of input; this makes it a string of its own. */
function detach(piece: string): string {
  return JSON.parse(JSON.stringify(piece)) as string;
}
