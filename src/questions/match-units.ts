import { distance } from 'fastest-levenshtein';
import { equivalentsOf, identify, identityOf, type Equivalence, type Identities } from '../domain/identity.js';
import type { Specification } from '../domain/specification.js';
import { formatLevel } from '../domain/level.js';
import { formatFigure } from '../domain/quantity.js';
import type { Figure, UnitRow } from '../domain/unit.js';

type Row = UnitRow<Figure>;

/** A proposed row of the equivalences table, for a person to accept or not. */
export interface MatchProposal {
  readonly unit: Row;
  readonly other: Row;
  readonly kind: 'same' | 'equivalent';
  /** From 0 to 1: how alike the titles are, less something for every figure that differs. */
  readonly score: number;
  /** What agrees and what differs, in words. */
  readonly basis: string;
}

/** Proposals that score less are not made. */
const LEAST_SCORE = 0.6;

const PENALTIES = { level: 0.3, credit: 0.15, glh: 0.1 } as const;

/** The most proposals that are made: the best ones. */
export const MOST_PROPOSALS = 1000;

/** Beyond so many pairs only those that agree in level and credit are looked at, which keeps huge tables in seconds. */
const MANY_PAIRS = 250_000;

/**
 * Pairs of units of two qualifications that may be one piece of learning, best first: alike in title, level, credit
 * and hours, and not joined already. `same` is proposed when all four agree, `equivalent` otherwise; a title alone is
 * never enough.
 */
export function proposeMatches(
  one: Specification,
  two: Specification,
  equivalences: readonly Equivalence[],
): readonly MatchProposal[] {
  const identities = identify([...one.rows, ...two.rows], equivalences);
  const strict = one.rows.length * two.rows.length > MANY_PAIRS;
  const others = two.rows.map((row) => ({ row, identity: identityOf(identities, row.ref) }));
  const proposals: MatchProposal[] = [];
  for (const unit of one.rows) {
    const own = identityOf(identities, unit.ref);
    const equivalents = equivalentsOf(identities, unit.ref);
    for (const { row, identity } of others) {
      if (identity === own || equivalents.has(identity) || areReplaced(identities, own, identity)) continue;
      if (strict && (row.level !== unit.level || row.credit !== unit.credit)) continue;
      const proposal = propose(unit, row);
      if (proposal !== null) proposals.push(proposal);
    }
    if (proposals.length > 2 * MOST_PROPOSALS) keepBest(proposals);
  }
  return keepBest(proposals);
}

/** Whether one of two units came in place of the other. */
function areReplaced({ replacements }: Identities, one: string, other: string): boolean {
  return replacements.get(one)?.has(other) === true || replacements.get(other)?.has(one) === true;
}

/** Sorts the proposals best first and drops those beyond the most that are made. */
function keepBest(proposals: MatchProposal[]): readonly MatchProposal[] {
  proposals.sort((a, b) => b.score - a.score || a.unit.ref.localeCompare(b.unit.ref, 'en'));
  proposals.length = Math.min(proposals.length, MOST_PROPOSALS);
  return proposals;
}

/** Null when the two are not alike enough. */
function propose(unit: Row, other: Row): MatchProposal | null {
  const alike = titleLikeness(unit.title, other.title);
  const figures = (['level', 'credit', 'glh'] as const).map((name) => ({
    name,
    agrees: typeof unit[name] === 'number' && unit[name] === other[name],
  }));
  const differing = figures.filter(({ agrees }) => !agrees).map(({ name }) => name);
  const score = Math.max(0, alike - differing.reduce((sum, name) => sum + PENALTIES[name], 0));
  if (score < LEAST_SCORE) return null;
  const kind = alike === 1 && differing.length === 0 ? 'same' : 'equivalent';
  return { unit, other, kind, score, basis: describe(unit, other, alike, figures) };
}

const FIGURE_WORDS = { level: 'level', credit: 'credit', glh: 'GLH' } as const;

function describe(
  unit: Row,
  other: Row,
  alike: number,
  figures: readonly { readonly name: 'level' | 'credit' | 'glh'; readonly agrees: boolean }[],
): string {
  const title = alike === 1 ? 'equal title' : `title ${Math.round(alike * 100)}% alike`;
  const show = (row: Row, name: 'level' | 'credit' | 'glh'): string =>
    name === 'level' ? formatLevel(row.level) : formatFigure(row[name]);
  const words = figures.map(({ name, agrees }) =>
    agrees ? `equal ${FIGURE_WORDS[name]}` : `${FIGURE_WORDS[name]} ${show(unit, name)} against ${show(other, name)}`,
  );
  return [title, ...words].join(', ');
}

/** From 0 to 1: the better of how alike the letters are and how many words are shared. 1 only for equal titles. */
function titleLikeness(a: string, b: string): number {
  const [left, right] = [simplify(a), simplify(b)];
  if (left === right) return 1;
  const letters = 1 - distance(left, right) / Math.max(left.length, right.length, 1);
  const [words, others] = [new Set(left.split(' ')), new Set(right.split(' '))];
  const shared = [...words].filter((word) => others.has(word)).length;
  const overlap = (2 * shared) / (words.size + others.size);
  return Math.min(0.99, Math.max(letters, overlap));
}

/** Case, punctuation, apostrophes and hyphens make no title different. */
function simplify(title: string): string {
  return title
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
