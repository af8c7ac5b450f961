import type { Claim, Formula, Sum, Tree } from './check.js';
import { figureOf, thousandths, type ListedEntry } from './listed-entry.js';
import { readTree } from './read-tree.js';
import { arrayOf, objectOf, textOf, wholeOf } from './shape.js';

/** An objective in words. */
export interface ObjectiveInWords {
  readonly sense: 'minimise' | 'maximise';
  /** `new-glh`, `credits`, `overlap-"cost"`. */
  readonly measure: string;
  /** As written, with up to three places. */
  readonly value: number;
}

/** The entries and the rule that claims are about. */
export interface Listed {
  readonly entries: readonly ListedEntry[];
  /** Entries by unit. */
  readonly once: readonly (readonly number[])[];
  readonly rule: readonly Formula[];
}

/** A claim that trees prove, with its objectives in words. */
export interface TreeClaim {
  readonly kind: 'tree';
  readonly claim: Claim;
  readonly objectives: readonly ObjectiveInWords[];
}

/** Reads a claim that trees prove: what is claimed, and then its counters and proofs. */
export function readTreeClaim(
  claimed: unknown,
  proof: Record<'counters' | 'proofs', unknown>,
  listed: Listed,
): TreeClaim {
  const { kind, objectives, pathways } = objectOf(claimed, 'claim', ['kind', 'objectives', 'pathways']);
  const { entries, once, rule } = listed;
  const words = arrayOf(objectives, 'objectives', readObjective);
  const indices = (value: unknown, place: string): readonly number[] => readIndices(value, place, entries.length);
  return {
    kind: 'tree',
    objectives: words,
    claim: {
      kind: readKind(kind),
      size: entries.length,
      once,
      rule,
      objectives: words.map((objective) => sumOf(objective, entries)),
      pathways: arrayOf(pathways, 'pathways', indices),
      counters: arrayOf(proof.counters, 'counters', (sets, place) => arrayOf(sets, place, indices)),
      proofs: withinReason(
        arrayOf(proof.proofs, 'proofs', (tree, place) => readTree(tree, place)),
        entries.length,
      ),
    },
  };
}

/** The most numbers in proofs, times the entries that each may be about. */
const MOST_NUMBERS = 50_000_000;

/** Trees, where adding up their leaves comes to an end. */
function withinReason(trees: readonly Tree[], entries: number): readonly Tree[] {
  if (trees.reduce((sum, tree) => sum + numbersIn(tree), 0) * (entries + 1) > MOST_NUMBERS) {
    throw new SyntaxError(`proofs with more than ${MOST_NUMBERS} numbers times entries are not read`);
  }
  return trees;
}

function numbersIn(tree: Tree): number {
  return 'most' in tree ? 2 + numbersIn(tree[0]) + numbersIn(tree[1]) : tree.length;
}

function readKind(value: unknown): Claim['kind'] {
  if (value === 'optimal' || value === 'infeasible' || value === 'complete') return value;
  throw new SyntaxError('claim.kind is none of optimal, infeasible, complete');
}

/** Reads an objective with its value. */
export function readObjective(value: unknown, place: string): ObjectiveInWords {
  const { sense, measure, value: figure } = objectOf(value, place, ['sense', 'measure', 'value']);
  if (sense !== 'minimise' && sense !== 'maximise') throw new SyntaxError(`${place}.sense is no sense`);
  if (typeof figure !== 'number') throw new SyntaxError(`${place}.value is no number`);
  return { sense, measure: textOf(measure, `${place}.measure`), value: figure };
}

/** Reads indices of entries, ascending, each once. */
export function readIndices(value: unknown, place: string, size: number): readonly number[] {
  const indices = arrayOf(value, place, (index, at) => wholeOf(index, at, size - 1));
  if (indices.some((index, at) => at > 0 && index <= (indices[at - 1] ?? index))) {
    throw new SyntaxError(`${place} is not ascending`);
  }
  return indices;
}

/** The indices of entries by the piece of learning that they are. */
export function byUnit(entries: readonly ListedEntry[]): readonly (readonly number[])[] {
  const units = new Map<string, number[]>();
  for (const [index, { identity }] of entries.entries()) units.set(identity, [...(units.get(identity) ?? []), index]);
  return [...units.values()];
}

const MEASURE = /^(?:(new|overlap)-)?(credits|units|glh|"(?:[^"]|"")*")$/;

/** An objective as a sum that is 0 at its value, and more where a selection is better. */
export function sumOf({ sense, measure, value }: ObjectiveInWords, entries: readonly ListedEntry[]): Sum {
  const [, over, quantity] = MEASURE.exec(measure) ?? [];
  if (quantity === undefined) throw new SyntaxError(`there is no measure ${measure}`);
  const noun = quantity === 'glh' ? 'GLH' : quantity;
  const sign = sense === 'maximise' ? 1n : -1n;
  const measured = entries.flatMap((entry, index) => {
    const counts = over === undefined || (over === 'overlap') === entry.achieved;
    return counts ? [[index, sign * figureOf(entry, noun)] as const] : [];
  });
  return { terms: measured.filter(([, factor]) => factor !== 0n), plus: -sign * thousandths(String(value)) };
}
