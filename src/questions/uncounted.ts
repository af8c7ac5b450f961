import { identityOf } from '../domain/identity.js';
import type { Problem, Selection } from '../domain/problem.js';
import type { Entry } from '../domain/unit.js';
import { assign, coverable } from '../domain/ways.js';
import { evaluate } from '../evaluate/evaluate.js';
import { printStatement } from '../notation/print-statement.js';

/** A held unit that does not count towards the qualification, and why. */
export interface Uncounted {
  readonly ref: string;
  readonly why: string;
}

/**
 * The references held that count for nothing, each with why: `counted` are the held entries that do count, and `pathway`
 * is what they would be counted on top of. The problem's `achieved` says how what is held is used.
 */
export function explainUncounted(
  problem: Problem,
  held: readonly string[],
  counted: Selection,
  pathway: Selection,
): readonly Uncounted[] {
  const { identities } = problem.qualification;
  const units = new Map<string, string>();
  for (const ref of held) if (!units.has(identityOf(identities, ref))) units.set(identityOf(identities, ref), ref);
  const refs = [...units.values()];
  const options = refs.map((ref) => coverable(problem.qualification, ref));
  const covers = assign(options, achievedPieces(problem));
  const holders = new Map(refs.flatMap((ref, at) => pairs(covers[at], ref)));
  const pieceOf = new Map(refs.flatMap((ref, at) => pairs(identityOf(identities, ref), covers[at])));
  return held.flatMap((ref) => {
    const pieces = coverable(problem.qualification, ref);
    const piece = pieceOf.get(identityOf(identities, ref));
    const why =
      pieces.length === 0
        ? 'not in this qualification'
        : piece === undefined
          ? standsIdle(problem, pieces, holders)
          : whyNotCounted(problem, piece, counted, pathway);
    return why === null ? [] : [{ ref, why }];
  });
}

/** The pair, where there is anything on both sides. */
function pairs(key: string | null | undefined, value: string | null | undefined): [string, string][] {
  return typeof key === 'string' && typeof value === 'string' ? [[key, value]] : [];
}

function achievedPieces({ entries, achieved }: Problem): ReadonlySet<string> {
  return new Set(entries.flatMap(({ identity, index }) => (achieved[index] === true ? [identity] : [])));
}

/** Every unit that it could stand in for is covered by another one. */
function standsIdle(problem: Problem, pieces: readonly string[], holders: ReadonlyMap<string, string>): string {
  const covered = pieces.map((piece) => {
    const ref = problem.entries.find(({ identity }) => identity === piece)?.ref ?? piece;
    const holder = holders.get(piece);
    const isItself = holder !== undefined && identityOf(problem.qualification.identities, holder) === piece;
    return holder === undefined
      ? ref
      : isItself
        ? `${ref}, which is held itself`
        : `${ref}, for which ${holder} counts`;
  });
  return `accepted only in place of ${covered.join(', and of ')}`;
}

function whyNotCounted(problem: Problem, piece: string, counted: Selection, pathway: Selection): string | null {
  const entries = problem.entries.filter(({ identity }) => identity === piece);
  if (entries.some(({ index }) => counted.includes(index))) return null;
  const refused = entries.map((entry) => refusalOf(problem, entry, pathway));
  return refused.find((why) => why !== null) ?? 'not needed';
}

/** What counting the entry on top of the pathway would break that held before, in words; null when nothing. */
function refusalOf(problem: Problem, entry: Entry, pathway: Selection): string | null {
  const rest = pathway.filter((index) => problem.entries[index]?.identity !== entry.identity);
  const before = evaluate(problem, rest).conditions;
  const { conditions } = evaluate(problem, [...rest, entry.index]);
  const broken = conditions.find(({ holds }, at) => !holds && before[at]?.holds === true);
  if (broken === undefined) return null;
  const words = `'${printStatement(broken.statement)}'`;
  if (broken.statement.kind === 'barred') return `barred by ${words}`;
  if (broken.statement.kind === 'not-counted') return `certificated but not counted: ${words}`;
  return broken.excess > 0 ? `over the cap ${words}` : `counting it would break ${words}`;
}
