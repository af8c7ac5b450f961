import { not, type Formula, type Sum } from './check.js';
import { figureOf, ONE, type ListedEntry } from './listed-entry.js';
import { SentenceReader, type Bounds } from './sentence-reader.js';

/** How deep a condition may nest: twice as deep as in a model, and far from where a reader runs out of its stack. */
const DEEPEST = 50;
/** The most parts that a condition may have once each is spelt out: `exactly` says two things, and nested it doubles. */
const MOST_PARTS = 100_000;
const HUNDRED_PERCENT = 100n * ONE;

/** How many entries the sums of a certificate may still look at. */
export interface Room {
  left: number;
}

/** The most that all sums of a certificate may look at; a long rule over a few hundred units has some tens of thousands. */
const MOST_TERMS = 2_000_000;

/** Room for the sums of one certificate. */
export function roomForSums(): Room {
  return { left: MOST_TERMS };
}

/** Reads one sentence of a certificate's rule as what it asks of a selection of the entries; throws a SyntaxError. */
export function readSentence(text: string, entries: readonly ListedEntry[], room: Room = roomForSums()): Formula {
  const reader = new RuleReader(text, entries, room);
  const formula = reader.statement();
  if (reader.rest !== '') throw new SyntaxError(`'${text}' goes on with '${reader.rest}'`);
  return formula;
}

const all = (of: readonly Formula[]): Formula => ({ least: of.length, of });
const any = (of: readonly Formula[]): Formula => ({ least: 1, of });

class RuleReader extends SentenceReader {
  readonly #places: ReadonlyMap<ListedEntry, number>;
  readonly #room: Room;
  #depth = 0;

  constructor(text: string, entries: readonly ListedEntry[], room: Room) {
    super(text, entries);
    this.#places = new Map(entries.map((entry, place) => [entry, place]));
    this.#room = room;
  }

  /** What the statement that comes next asks for. */
  statement(): Formula {
    if (this.#depth > DEEPEST) throw new SyntaxError(`a condition nests deeper than ${DEEPEST}`);
    this.#depth += 1;
    const formula = this.#read();
    if (partsLeft(formula, MOST_PARTS) < 0) {
      throw new SyntaxError(`a condition has more than ${MOST_PARTS} parts once it is spelt out`);
    }
    this.#depth -= 1;
    return formula;
  }

  #read(): Formula {
    if (this.take('all units')) return all(this.#byUnit(this.filter()).map((unit) => this.#counted(unit)));
    if (this.take('at most one of units '))
      return this.#howMany(this.#pieces(), { min: null, max: ONE, strict: false });
    if (this.take('all or none of units ')) return this.#linked(this.#pieces());
    if (this.take('any unit')) return this.#needs(this.filter());
    if (this.take('units')) return this.#notCounted(this.filter());
    const bounds = this.bounds();
    if (this.take('% of ')) return this.#share(bounds);
    if (this.take(' of (')) return this.#howMany(this.#parts(), bounds);
    if (this.take(' of groups '))
      return this.#howMany(
        this.names().map((group) => this.#group(group)),
        bounds,
      );
    this.expect(' ');
    const noun = this.noun();
    if (this.take(' of each ')) return this.#ofEach(noun, bounds);
    const passing = this.filter();
    const held = this.take(' are achieved already');
    return within(this.#sum(noun, held ? passing.filter(({ achieved }) => achieved) : passing), bounds);
  }

  /** For each different piece of learning named next, whether it is counted. */
  #pieces(): readonly Formula[] {
    const names = this.names();
    const listed = this.#byUnit(this.entries.filter(this.isNamed(names))).map((unit) => this.#counted(unit));
    const missing = new Set(names.filter((name) => this.entries.every(({ ref }) => ref !== name)));
    return [...listed, ...[...missing].map(() => this.#counted([]))];
  }

  #byUnit(entries: readonly ListedEntry[]): readonly (readonly ListedEntry[])[] {
    const units = new Map<string, ListedEntry[]>();
    for (const entry of entries) units.set(entry.identity, [...(units.get(entry.identity) ?? []), entry]);
    return [...units.values()];
  }

  #sum(noun: string, entries: readonly ListedEntry[]): Sum {
    const terms = entries.map((entry) => [this.#placeOf(entry), figureOf(entry, noun)] as const);
    return { terms: terms.filter(([, factor]) => factor !== 0n), plus: 0n };
  }

  #placeOf(entry: ListedEntry): number {
    const place = this.#places.get(entry);
    if (place === undefined) throw new RangeError(`${entry.ref} is no entry`);
    this.#room.left -= 1;
    if (this.#room.left < 0) throw new SyntaxError(`the rule looks at more than ${MOST_TERMS} entries in all`);
    return place;
  }

  /** Whether any of the entries is counted. */
  #counted(entries: readonly ListedEntry[]): Formula {
    return { terms: entries.map((entry) => [this.#placeOf(entry), 1n]), plus: -1n };
  }

  #group(name: string): Formula {
    return this.#counted(this.entries.filter(({ group }) => group === name));
  }

  #parts(): readonly Formula[] {
    const parts = [this.statement()];
    while (this.take('; ')) parts.push(this.statement());
    this.expect(')');
    return parts;
  }

  #howMany(parts: readonly Formula[], { min, max, strict }: Bounds): Formula {
    const up = (value: bigint): bigint => (strict ? value / ONE + 1n : (value + ONE - 1n) / ONE);
    const down = (value: bigint): bigint => (strict ? (value + ONE - 1n) / ONE - 1n : value / ONE);
    const least = min === null ? [] : [{ least: Number(up(min)), of: parts }];
    const most = max === null ? [] : [{ least: parts.length - Number(down(max)), of: parts.map(not) }];
    return all([...least, ...most]);
  }

  #linked(pieces: readonly Formula[]): Formula {
    return any([all(pieces), all(pieces.map(not))]);
  }

  #notCounted(entries: readonly ListedEntry[]): Formula {
    this.expect(' do not count');
    return not(this.#counted(entries));
  }

  #needs(dependants: readonly ListedEntry[]): Formula {
    this.expect(' needs ');
    return any([not(this.#counted(dependants)), this.statement()]);
  }

  /** A whole of nothing meets every share, which a strict bound alone does not say by itself. */
  #share(bounds: Bounds): Formula {
    const noun = this.noun();
    const whole = this.filter();
    this.expect(' are');
    const passing = new Set(
      this.take(' achieved already') ? this.entries.filter(({ achieved }) => achieved) : this.filter(),
    );
    const empty = not({ ...this.#sum(noun, whole), plus: -1n });
    const beyond = (percent: bigint): Sum => ({
      terms: whole.map((entry) => {
        const passes = passing.has(entry) ? HUNDRED_PERCENT : 0n;
        return [this.#placeOf(entry), (passes - percent) * figureOf(entry, noun)];
      }),
      plus: bounds.strict ? -1n : 0n,
    });
    const short = (percent: bigint): Sum => ({ ...negated(beyond(percent)), plus: bounds.strict ? -1n : 0n });
    const least = bounds.min === null ? [] : [beyond(bounds.min)];
    const most = bounds.max === null ? [] : [short(bounds.max)];
    const met = all([...least, ...most]);
    return bounds.strict ? any([empty, met]) : met;
  }

  #oneName(): string {
    const [name, ...more] = this.names();
    if (name === undefined || more.length > 0) throw new SyntaxError(`'${this.text}' should name one column`);
    return name;
  }

  #ofEach(noun: string, bounds: Bounds): Formula {
    const key = this.take('title') ? null : this.#oneName();
    const values = new Map<string, ListedEntry[]>();
    for (const entry of this.filter()) {
      const text = key === null ? entry.title : (entry.columns.get(key) ?? '');
      const value = text.trim().replace(/\s+/g, ' ').toLowerCase();
      if (value !== '') values.set(value, [...(values.get(value) ?? []), entry]);
    }
    return all([...values.values()].map((entries) => within(this.#sum(noun, entries), bounds)));
  }
}

/** How many of `most` parts are left when those of a formula are told, one inside several as often as it is there; below 0 when they do not do. */
function partsLeft(formula: Formula, most: number): number {
  let left = most - 1;
  if ('terms' in formula) return left;
  for (const part of formula.of) {
    if (left < 0) return left;
    left = partsLeft(part, left);
  }
  return left;
}

function negated({ terms, plus }: Sum): Sum {
  return { terms: terms.map(([column, factor]) => [column, -factor]), plus: -plus };
}

/** A sum of thousandths within bounds. */
function within(sum: Sum, { min, max, strict }: Bounds): Formula {
  const margin = strict ? 1n : 0n;
  const least = min === null ? [] : [{ ...sum, plus: sum.plus - min - margin }];
  const most = max === null ? [] : [{ ...negated(sum), plus: max - sum.plus - margin }];
  return all([...least, ...most]);
}
