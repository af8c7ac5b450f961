import { identityOf } from '../domain/identity.js';
import type { Problem, Selection } from '../domain/problem.js';
import type { Entry } from '../domain/unit.js';
import { coveredByReplaced, missingFor, replacedWith, takesReplaced, type Replaced } from '../domain/replaced.js';
import { waysOf } from '../domain/using-held.js';
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
  const refs = themselvesFirst(problem, [...units.values()]);
  const replaced = replacedIn(problem, refs);
  const isReplaced = (ref: string): boolean => replaced.has(identityOf(identities, ref));
  const options = refs.map((ref) => (isReplaced(ref) ? [] : coverable(problem.qualification, ref)));
  const covers = assign(options, achievedPieces(problem));
  const holders = new Map(refs.flatMap((ref, at) => pairs(covers[at], ref)));
  const pieceOf = new Map(refs.flatMap((ref, at) => pairs(identityOf(identities, ref), covers[at])));
  return held.flatMap((ref) => {
    if (isReplaced(ref)) return toldOf(ref, whyReplaced(problem, ref, replaced, counted, pathway));
    const pieces = coverable(problem.qualification, ref);
    const piece = pieceOf.get(identityOf(identities, ref));
    const why =
      pieces.length === 0
        ? 'not in this qualification'
        : piece === undefined
          ? standsIdle(problem, pieces, holders)
          : whyNotCounted(problem, piece, counted, pathway);
    return toldOf(ref, why);
  });
}

/** Units that are listed themselves stand for themselves before another one stands in for them. */
function themselvesFirst({ qualification }: Problem, refs: readonly string[]): readonly string[] {
  const isListed = (ref: string): boolean =>
    coverable(qualification, ref)[0] === identityOf(qualification.identities, ref);
  return [...refs.filter(isListed), ...refs.filter((ref) => !isListed(ref))];
}

function toldOf(ref: string, why: string | null): readonly Uncounted[] {
  return why === null ? [] : [{ ref, why }];
}

/** The held units that stand for those that replace them, in the way of using what is held that the problem takes. */
function replacedIn(problem: Problem, refs: readonly string[]): Replaced {
  const { qualification } = problem;
  if (!takesReplaced(qualification)) return new Set();
  const achieved = achievedPieces(problem);
  const { ways, replaced } = waysOf(qualification, refs);
  const at = ways.findIndex((way) => way.size === achieved.size && [...way].every((piece) => achieved.has(piece)));
  return replaced[at] ?? new Set();
}

/** Why nothing that an old unit stands for counts; null when something does. */
function whyReplaced(
  problem: Problem,
  ref: string,
  replaced: Replaced,
  counted: Selection,
  pathway: Selection,
): string | null {
  const { qualification } = problem;
  const targets = replacedWith(qualification, identityOf(qualification.identities, ref));
  const covered = coveredByReplaced(qualification, replaced);
  const own = targets.filter((piece) => covered.has(piece));
  const reasons = own.map((piece) => whyNotCounted(problem, piece, counted, pathway));
  if (reasons.includes(null)) return null;
  const [reason] = reasons;
  if (typeof reason === 'string') return reason;
  const needed = targets.map((piece) => {
    const missing = missingFor(qualification, piece, replaced);
    return `${nameOf(problem, piece)} only together with ${missing.join(' and ')}, which is not held`;
  });
  return `stands for ${needed.join(', and for ')}`;
}

function nameOf({ entries }: Problem, piece: string): string {
  return entries.find(({ identity }) => identity === piece)?.ref ?? piece;
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
    const ref = nameOf(problem, piece);
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
  const refused = entries.map(
    (entry) =>
      ownRefusal(problem, entry, []) ?? ownRefusal(problem, entry, counted) ?? refusalOf(problem, entry, pathway),
  );
  return refused.find((why) => why !== null) ?? 'not needed';
}

/**
 * What is against counting the entry whatever else a pathway would add to `base`: a cap or a list that bars units, which
 * further units cannot mend. A share is no such thing, as the whole grows.
 */
function ownRefusal(problem: Problem, entry: Entry, base: Selection): string | null {
  const caps = problem.conditions.filter(({ kind }) => kind === 'amount' || kind === 'of-each' || kind === 'barred');
  const silent = problem.conditions.filter(({ kind }) => kind === 'not-counted');
  return refusalOf({ ...problem, conditions: [...silent, ...caps] }, entry, base);
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
