import { intAt } from '../diagram/at.js';
import { itemAt } from '../domain/item-at.js';
import { error, warning, type Issue } from '../domain/issue.js';
import { MOST_ALIKE } from '../domain/like-issues.js';
import { lineProblem, type CohortProblem } from './input/item.js';
import { CohortRepeats, fingerprint, type Fingerprint } from './input/repeats.js';
import { quote } from '../domain/quote.js';
import { RECORD, STATUSES, type BlockAnswers } from './block.js';

/** Where answers and issues go, and whether one that cannot be read ends it all. */
export interface MergeOptions {
  readonly file: string;
  /** The line, from 1, with which the first block begins. */
  readonly firstLine: number;
  readonly keepGoing: boolean;
  readonly write: (bytes: Uint8Array) => Promise<void>;
  readonly tell: (issue: Issue) => void;
}

/** Puts the answers of blocks together in the order of the input. */
export class CohortMerge {
  readonly #options: MergeOptions;
  readonly #repeats = new CohortRepeats();
  readonly #statuses = STATUSES.map(() => 0);
  #line: number;
  #remarks = 0;
  #lastAnswer: Uint8Array = new Uint8Array();
  /** How many learners have been answered. */
  answered = 0;
  /** How many issues have been told. */
  issues = 0;

  constructor(options: MergeOptions) {
    this.#options = options;
    this.#line = options.firstLine;
  }

  /** The learner answered last; null when there is none. */
  get last(): string | null {
    if (this.#lastAnswer.length === 0) return null;
    return learnerOf(this.#lastAnswer);
  }

  /** How many learners came out with a status. */
  count(status: (typeof STATUSES)[number]): number {
    return itemAt(this.#statuses, STATUSES.indexOf(status));
  }

  /** Passes over learners that were answered in an earlier run, and over `lines` with none besides. */
  skip(learners: readonly Fingerprint[], lines: number): void {
    for (const learner of learners) this.#repeats.isRepeat(learner);
    this.#line += lines;
  }

  /** Writes the answers of the next block; false when an issue ends the run. */
  async take(answers: BlockAnswers): Promise<boolean> {
    const dropped = this.#findRepeats(answers);
    const found = dropped.size > 0 ? [...answers.problems, ...this.#repeated(answers, dropped)] : answers.problems;
    const problems = found.toSorted((a, b) => a.after - b.after);
    const [first] = problems;
    const ends = first !== undefined && !this.#options.keepGoing;
    await this.#write(answers, dropped, ends ? first.after : Infinity);
    for (const { after, problem } of answers.remarks) if (!ends || after < first.after) this.#remark(problem);
    for (const { problem } of ends ? [first] : problems) this.#tell(problem);
    this.#line += answers.lines;
    return !ends;
  }

  /** Which of the answered learners have been here before, be it to be answered or to be left out. */
  #findRepeats({ records, problems }: BlockAnswers): ReadonlySet<number> {
    const repeats = new Set<number>();
    let next = 0;
    for (let at = 0; at * RECORD < records.length; at++) {
      for (let told = problems[next]; told !== undefined && told.after <= at; told = problems[++next]) this.#note(told);
      const learner = { first: intAt(records, at * RECORD), second: intAt(records, at * RECORD + 1) };
      if (this.#repeats.isRepeat(learner)) repeats.add(at);
    }
    for (const told of problems.slice(next)) this.#note(told);
    return repeats;
  }

  #note({ problem }: BlockAnswers['problems'][number]): void {
    if (problem.learner !== null) this.#repeats.isRepeat(fingerprint(problem.learner));
  }

  #repeated({ bytes, records }: BlockAnswers, dropped: ReadonlySet<number>): BlockAnswers['problems'] {
    const spans = spansOf(bytes, records);
    return [...dropped].map((index) => {
      const { start, firstEnd } = itemAt(spans, index);
      const learner = learnerOf(bytes.subarray(start, firstEnd));
      const message = `The learner ${quote(learner)} stands here once more; what a learner holds is given in one place.`;
      const line = intAt(records, index * RECORD + 2);
      return { after: index, problem: lineProblem('learner-repeated', message, line) };
    });
  }

  async #write({ bytes, records }: BlockAnswers, dropped: ReadonlySet<number>, limit: number): Promise<void> {
    const learners = records.length / RECORD;
    const kept =
      dropped.size === 0 && limit >= learners ? bytes : keep(bytes, records, (at) => at < limit && !dropped.has(at));
    if (kept.length === 0) return;
    await this.#options.write(kept);
    this.#lastAnswer = kept.slice(kept.lastIndexOf(LINE_FEED, -2) + 1);
    for (let at = 0; at < Math.min(learners, limit); at++) {
      if (dropped.has(at)) continue;
      const status = intAt(records, at * RECORD + 3);
      this.#statuses[status] = itemAt(this.#statuses, status) + 1;
      this.answered += 1;
    }
  }

  /** Told as far as anybody would read them. */
  #remark({ code, message, line, column }: CohortProblem): void {
    this.#remarks += 1;
    if (this.#remarks > MOST_ALIKE + 1) return;
    const place = { file: this.#options.file, line: this.#line + line, column };
    const more = 'There are more remarks like those before, from here on; they are not told.';
    const isLast = this.#remarks > MOST_ALIKE;
    this.#options.tell(warning(isLast ? 'more-issues' : code, isLast ? more : message, place));
  }

  #tell({ code, message, line, last, column }: CohortProblem): void {
    const [from, to] = [this.#line + line, this.#line + last];
    const text = to > from ? `Lines ${from} to ${to}: ${message}` : message;
    this.#options.tell(error(code, text, { file: this.#options.file, line: from, column }));
    this.issues += 1;
  }
}

const LINE_FEED = 10;

function learnerOf(line: Uint8Array): string {
  return (JSON.parse(new TextDecoder().decode(line)) as { readonly learner: string }).learner;
}

/** Where each line ends, behind its line end. */
function endsOf(bytes: Uint8Array): readonly number[] {
  const ends: number[] = [];
  for (let feed = bytes.indexOf(LINE_FEED); feed >= 0; feed = bytes.indexOf(LINE_FEED, feed + 1)) ends.push(feed + 1);
  return ends;
}

/** Where the lines of a learner stand, and where the first of them ends. */
interface Span {
  readonly start: number;
  readonly firstEnd: number;
  readonly end: number;
}

/** Where the lines of each learner stand. */
function spansOf(bytes: Uint8Array, records: Int32Array): readonly Span[] {
  const ends = endsOf(bytes);
  const spans: Span[] = [];
  let [line, start] = [0, 0];
  for (let at = 0; at * RECORD < records.length; at++) {
    const next = line + intAt(records, at * RECORD + 4);
    const end = itemAt(ends, next - 1);
    spans.push({ start, firstEnd: itemAt(ends, line), end });
    [line, start] = [next, end];
  }
  return spans;
}

function keep(bytes: Uint8Array, records: Int32Array, isKept: (learner: number) => boolean): Uint8Array {
  const spans = spansOf(bytes, records);
  return concat(spans.flatMap(({ start, end }, at) => (isKept(at) ? [bytes.subarray(start, end)] : [])));
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
