import type { CsvForm } from './form.js';
import {
  LARGEST_LEARNER,
  lineProblem,
  MOST_UNITS,
  tooManyUnits,
  type CohortBlock,
  type CohortItem,
  type CohortLearner,
  type CohortProblem,
  type HeldCredit,
} from './item.js';
import { readRow, type ReadableRow } from './row.js';
import type { CohortText } from './text.js';
import { quote } from '../../domain/quote.js';

/**
 * Reads rows of a CSV cohort, one unit held a row, the rows of a learner together. A row that cannot be read is a
 * problem, and so is its learner as a whole, as an answer from some of its rows would be wrong. Where such a row does
 * not even say whose it is, the learners before and after it are left out.
 */
export function readCsvBlock({ text, notUtf8 }: CohortText, form: CsvForm): CohortBlock {
  const reading = new CsvReading(form);
  let line = 0;
  for (let start = 0; start < text.length; line++) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    reading.line(text.slice(start, end), line, notUtf8.get(line));
    start = end + 1;
  }
  return { items: reading.end(), lines: line };
}

interface OpenLearner {
  readonly learner: string;
  /** How the next row begins if it is this learner's and plainly written; null where that takes quotes. */
  readonly beginning: string | null;
  readonly first: number;
  readonly held: string[];
  credits: HeldCredit[] | null;
  registeredOn: string | null;
  last: number;
  /** How many characters its lines take, with their ends. */
  size: number;
  leftOut: boolean;
}

class CsvReading {
  readonly #form: CsvForm;
  readonly #plain: boolean;
  readonly #items: CohortItem[] = [];
  #open: OpenLearner | null = null;
  /** A row before did not say whose it is. */
  #doubt = false;

  constructor(form: CsvForm) {
    this.#form = form;
    this.#plain = form.learner === 0 && form.ref === 1 && form.width === 2;
  }

  line(text: string, line: number, badColumn: number | undefined): void {
    if (this.#open !== null) this.#open.size += text.length + 1;
    if (badColumn === undefined && this.#continues(text, line)) return;
    const row = readRow(text, this.#form, line, badColumn);
    if (row === null) return;
    const { learner } = row;
    if (learner === null) this.#doubtNeighbours();
    else if (learner !== this.#open?.learner) this.#begin(learner, line);
    else this.#doubt = false;
    if (row.problem !== undefined) this.#refuse(row.problem);
    else if (this.#form.extras === undefined) this.#add(row.ref, line);
    else this.#addWithExtras(row, line);
  }

  #addWithExtras(row: ReadableRow, line: number): void {
    this.#add(row.isHeld === false ? '' : row.ref, line);
    const open = this.#open;
    if (open === null || open.leftOut) return;
    if (row.credit !== undefined && row.isHeld !== false && row.ref !== '') {
      open.credits = [...(open.credits ?? []), { ref: row.ref, credit: row.credit, line }];
    }
    const { registeredOn } = row;
    if (registeredOn === undefined) return;
    if (open.registeredOn !== null && open.registeredOn !== registeredOn) {
      const message = `The learner registered on ${open.registeredOn} by an earlier row, and on ${registeredOn} by this one.`;
      this.#refuse(lineProblem('registered-twice', message, line));
    }
    open.registeredOn = registeredOn;
  }

  end(): readonly CohortItem[] {
    this.#close();
    return this.#items;
  }

  /** The short way for most rows: the learner in hand once more, in two cells without quotes. */
  #continues(text: string, line: number): boolean {
    const open = this.#open;
    const beginning = open?.beginning ?? null;
    if (beginning === null || !text.startsWith(beginning)) return false;
    const ref = text.slice(beginning.length);
    if (ref.includes(this.#form.delimiter) || ref.includes('"')) return false;
    this.#doubt = false;
    this.#add(ref.trim(), line);
    return true;
  }

  #begin(learner: string, line: number): void {
    this.#close();
    const { delimiter } = this.#form;
    const plain = this.#plain && !learner.includes(delimiter) && !learner.includes('"');
    const beginning = plain ? `${learner}${delimiter}` : null;
    const nothing = { held: [], credits: null, registeredOn: null, size: 0 };
    this.#open = { learner, beginning, first: line, last: line, ...nothing, leftOut: this.#doubt };
    this.#doubt = false;
  }

  #add(ref: string, line: number): void {
    const open = this.#open;
    if (open === null) return;
    open.last = line;
    if (open.leftOut) return;
    if (ref !== '') open.held.push(ref);
    if (open.held.length > MOST_UNITS) this.#refuse(tooManyUnits(line));
    else if (open.size > LARGEST_LEARNER) {
      const message = `The rows of a learner may have at most ${LARGEST_LEARNER} characters in all.`;
      this.#refuse(lineProblem('learner-too-large', message, line));
    }
  }

  #refuse(problem: CohortProblem): void {
    this.#items.push(problem);
    if (this.#open === null) return;
    this.#open.leftOut = true;
    this.#open.last = problem.line;
  }

  #doubtNeighbours(): void {
    this.#doubt = true;
    if (this.#open !== null) this.#open.leftOut = true;
  }

  #close(): void {
    const open = this.#open;
    if (open === null) return;
    const { learner, held, first: line, last } = open;
    this.#open = null;
    if (!open.leftOut) {
      this.#items.push({ kind: 'learner', learner, held, line, ...moreOf(open) });
      return;
    }
    const message = `The learner ${quote(learner)} is left out, as not all of its rows can be read.`;
    this.#items.push({ kind: 'problem', code: 'learner-left-out', line, last, column: 1, message, learner });
  }
}

const NOTHING_MORE = {};

/** What a learner comes with besides, where the input has it. */
function moreOf({ credits, registeredOn }: OpenLearner): Pick<CohortLearner, 'credits' | 'registeredOn'> {
  if (credits === null && registeredOn === null) return NOTHING_MORE;
  return { ...(credits === null ? {} : { credits }), ...(registeredOn === null ? {} : { registeredOn }) };
}
