import type { Claim, Sum } from './check.js';
import { figureOf, thousandths, type ListedEntry } from './listed-entry.js';
import { readEntry } from './read-entry.js';
import { readSentence } from './read-rule.js';
import { readTree } from './read-tree.js';
import { arrayOf, objectOf, textOf, wholeOf } from './shape.js';

/** The name of the format, which every certificate bears. */
export const FORMAT = 'qualpath-certificate-1';

/** An objective in words. */
export interface ObjectiveInWords {
  readonly sense: 'minimise' | 'maximise';
  /** `new-glh`, `credits`, `overlap-"cost"`. */
  readonly measure: string;
  /** As written, with up to three places. */
  readonly value: number;
}

/** A certificate that has been read: what is to be checked, and the words that it is about. */
export interface ReadCertificate {
  readonly claim: Claim;
  readonly title: string;
  readonly entries: readonly ListedEntry[];
  readonly rule: readonly string[];
  readonly objectives: readonly ObjectiveInWords[];
}

/** The most units that a certificate may list. */
const MOST_ENTRIES = 5000;

/**
 * Reads the text of a certificate. Throws a SyntaxError, which says where, for anything that is not exactly of the
 * format: a number that is a text, an entry that does not exist, a sentence that goes on differently.
 */
export function readCertificate(text: string): ReadCertificate {
  const whole = objectOf(JSON.parse(text), 'the certificate', ['format', 'question', 'claim', 'counters', 'proofs']);
  if (whole['format'] !== FORMAT) throw new SyntaxError(`the format is not ${FORMAT}`);
  const question = objectOf(whole['question'], 'question', ['title', 'entries', 'rule']);
  const claimed = objectOf(whole['claim'], 'claim', ['kind', 'objectives', 'pathways']);
  const entries = arrayOf(question['entries'], 'entries', readEntry);
  if (entries.length > MOST_ENTRIES) throw new SyntaxError(`more than ${MOST_ENTRIES} entries are not read`);
  const rule = arrayOf(question['rule'], 'rule', textOf);
  const objectives = arrayOf(claimed['objectives'], 'objectives', readObjective);
  const indices = (value: unknown, place: string): readonly number[] => readIndices(value, place, entries.length);
  return {
    title: textOf(question['title'], 'title'),
    entries,
    rule,
    objectives,
    claim: {
      kind: readKind(claimed['kind']),
      size: entries.length,
      once: byUnit(entries),
      rule: rule.map((sentence) => readSentence(sentence, entries)),
      objectives: objectives.map((objective) => sumOf(objective, entries)),
      pathways: arrayOf(claimed['pathways'], 'pathways', indices),
      counters: arrayOf(whole['counters'], 'counters', (sets, place) => arrayOf(sets, place, indices)),
      proofs: arrayOf(whole['proofs'], 'proofs', (tree, place) => readTree(tree, place)),
    },
  };
}

function readKind(value: unknown): Claim['kind'] {
  if (value === 'optimal' || value === 'infeasible' || value === 'complete') return value;
  throw new SyntaxError('claim.kind is none of optimal, infeasible, complete');
}

function readObjective(value: unknown, place: string): ObjectiveInWords {
  const { sense, measure, value: figure } = objectOf(value, place, ['sense', 'measure', 'value']);
  if (sense !== 'minimise' && sense !== 'maximise') throw new SyntaxError(`${place}.sense is no sense`);
  if (typeof figure !== 'number') throw new SyntaxError(`${place}.value is no number`);
  return { sense, measure: textOf(measure, `${place}.measure`), value: figure };
}

/** Indices of entries, ascending, each once. */
function readIndices(value: unknown, place: string, size: number): readonly number[] {
  const indices = arrayOf(value, place, (index, at) => wholeOf(index, at, size - 1));
  if (indices.some((index, at) => at > 0 && index <= (indices[at - 1] ?? index))) {
    throw new SyntaxError(`${place} is not ascending`);
  }
  return indices;
}

function byUnit(entries: readonly ListedEntry[]): readonly (readonly number[])[] {
  const units = new Map<string, number[]>();
  for (const [index, { identity }] of entries.entries()) units.set(identity, [...(units.get(identity) ?? []), index]);
  return [...units.values()];
}

const MEASURE = /^(?:(new|overlap)-)?(credits|units|glh|"(?:[^"]|"")*")$/;

/** An objective as a sum that is 0 at its value, and more where a selection is better. */
function sumOf({ sense, measure, value }: ObjectiveInWords, entries: readonly ListedEntry[]): Sum {
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
