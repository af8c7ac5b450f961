import { itemAt } from '../domain/item-at.js';
import type { Problem } from '../domain/problem.js';
import { openCohort, type CohortAnswer, type CohortMethods } from './answers.js';
import { bestWayOf, type LearnerAnswer } from './best-way.js';
import { creditCheckOf } from './credits.js';
import { holdingsOf } from './holdings.js';
import type { CohortLearner, CohortProblem } from './input/item.js';
import { cohortLineOf, type WrittenLine } from './line.js';
import { versionFor, withoutVersion, withVersion, type CohortVersion } from './versions.js';

/** One of the qualifications that a cohort is asked about, with its versions where it has several. Plain data. */
export interface CohortPart {
  readonly id: string;
  /** Where the qualification has versions, that which is asked for of learners without a day. */
  readonly problem: Problem;
  readonly versions?: readonly CohortVersion[];
}

/** What is asked of every learner. Plain data, so that a thread can be told. */
export interface CohortAim {
  readonly parts: readonly CohortPart[];
  /** Whether each line says which qualification it is about, as it must where there are several. */
  readonly named: boolean;
  /** Of each learner only so many lines: those with the least new hours; null for a line for every qualification. */
  readonly nearest: number | null;
}

/** One problem asked of every learner. */
export function aimAt(problem: Problem): CohortAim {
  return { parts: [{ id: problem.qualification.specification.id, problem }], named: false, nearest: null };
}

/** What is said of a learner towards one qualification. */
export interface AnsweredLine extends WrittenLine {
  readonly status: CohortAnswer['status'];
}

/** What is said of a learner: `lines` lines of text, each with its line end, and the gravest of what came out. */
export interface Answered {
  readonly text: string;
  readonly lines: number;
  readonly status: CohortAnswer['status'];
}

/** Answers a learner, and says what is to be told besides. */
export interface Desk {
  readonly answer: (learner: CohortLearner) => Answered | Promise<Answered>;
  readonly check: (learner: CohortLearner) => readonly CohortProblem[];
}

/** The desk that a learner belongs to, or why there is none. */
export type Desks = (learner: CohortLearner) => Desk | CohortProblem;

/** The desks of a cohort. */
export function desksOf({ parts, named, nearest }: CohortAim, methods: CohortMethods): Desks {
  const counters = parts.map((part) => countersOf(part, methods, named ? part.id : null));
  const [only] = counters;
  if (only === undefined) throw new Error('a cohort asks about no qualification');
  if (counters.length === 1) return singly(only);
  return together(counters, (lines) => nearestOf(lines, parts, nearest));
}

/** Where learners are answered towards one qualification, in the version that is theirs. */
interface Counter {
  readonly answer: (learner: CohortLearner) => AnsweredLine | Promise<AnsweredLine>;
  readonly check: (learner: CohortLearner) => readonly CohortProblem[];
}

type Counters = (learner: CohortLearner) => Counter | CohortProblem;

function countersOf({ id, problem, versions = [] }: CohortPart, methods: CohortMethods, name: string | null): Counters {
  if (versions.length > 0) return countersByVersion({ id, problem, versions }, methods, name);
  const counter = {
    answer: createLearnerAnswerer(problem, methods, name),
    check: creditCheckOf(problem.qualification),
  };
  return () => counter;
}

/** A version is prepared when its first learner comes. */
function countersByVersion(
  { id, problem, versions }: Required<CohortPart>,
  methods: CohortMethods,
  name: string | null,
): Counters {
  const known = new Map<CohortVersion, Counter>();
  const asked = versions.find((it) => it.problem.qualification.specification === problem.qualification.specification);
  if (asked === undefined) throw new Error('a cohort asks for a version that its model does not have');
  const counterOf = (version: CohortVersion): Counter => {
    const counter = known.get(version) ?? counterOfVersion(version, methods, name);
    known.set(version, counter);
    return counter;
  };
  return (learner) => {
    const { registeredOn } = learner;
    if (registeredOn === undefined) return counterOf(asked);
    const version = versionFor(versions, registeredOn);
    return version === null ? withoutVersion(learner, registeredOn, name === null ? null : id) : counterOf(version);
  };
}

function counterOfVersion(version: CohortVersion, methods: CohortMethods, name: string | null): Counter {
  const answer = createLearnerAnswerer(version.problem, methods, name);
  const dated = (it: AnsweredLine): AnsweredLine => ({ ...it, line: withVersion(it.line, version.name) });
  return {
    answer: (learner) => {
      const answered = answer(learner);
      return answered instanceof Promise ? answered.then(dated) : dated(answered);
    },
    check: creditCheckOf(version.problem.qualification),
  };
}

/** Answers one learner after the other, each with a line of JSON, which names the qualification where it has a `name`. */
export function createLearnerAnswerer(
  problem: Problem,
  methods: CohortMethods,
  name: string | null = null,
): (learner: Pick<CohortLearner, 'learner' | 'held'>) => AnsweredLine | Promise<AnsweredLine> {
  const answer = bestWayOf(problem, openCohort(problem, methods));
  const holdings = holdingsOf(problem.qualification);
  const lineOf = cohortLineOf(problem, name);
  return ({ learner, held }) => {
    const using = holdings(held);
    const write = (it: LearnerAnswer): AnsweredLine => {
      const { line, newGlh } = lineOf(learner, it.held, it.answer, using.unknown);
      return { line, newGlh, status: it.answer.status };
    };
    const answered = answer(using);
    return answered instanceof Promise ? answered.then(write) : write(answered);
  };
}

function singly(counters: Counters): Desks {
  const asAnswer = ({ line, status }: AnsweredLine): Answered => ({ text: line, lines: 1, status });
  return (learner) => {
    const counter = counters(learner);
    if ('kind' in counter) return counter;
    const answer = (it: CohortLearner): Answered | Promise<Answered> => {
      const answered = counter.answer(it);
      return answered instanceof Promise ? answered.then(asAnswer) : asAnswer(answered);
    };
    return { answer, check: counter.check };
  };
}

/** Each learner at one counter after the other; a qualification whose version is missing on the day is left out, and told. */
function together(counters: readonly Counters[], choose: (lines: readonly Line[]) => Answered): Desks {
  return (learner) => {
    const found = counters.map((own) => own(learner));
    const open = found.flatMap((it, part) => ('kind' in it ? [] : [{ part, counter: it }]));
    const missing = found.flatMap((it) => ('kind' in it ? [it] : []));
    const [first] = missing;
    if (open.length === 0 && first !== undefined) return first;
    return {
      answer: (it) => {
        const lines = inTurn(open, it, []);
        return lines instanceof Promise ? lines.then(choose) : choose(lines);
      },
      check: (it) => eachOnce([...missing, ...open.flatMap(({ counter }) => counter.check(it))]),
    };
  };
}

/** What was said of a learner at one of several counters. */
interface Line extends AnsweredLine {
  readonly part: number;
}

function inTurn(
  open: readonly { readonly part: number; readonly counter: Counter }[],
  learner: CohortLearner,
  before: readonly Line[],
): readonly Line[] | Promise<readonly Line[]> {
  const lines = [...before];
  while (lines.length < open.length) {
    const { part, counter } = itemAt(open, lines.length);
    const answered = counter.answer(learner);
    if (answered instanceof Promise) return answered.then((it) => inTurn(open, learner, [...lines, { ...it, part }]));
    lines.push({ ...answered, part });
  }
  return lines;
}

/** How grave it is, gravest first; what has no pathway counts only where it is written. */
const GRAVE: readonly CohortAnswer['status'][] = ['disputed', 'unknown', 'feasible'];

/** The lines with the least new hours, then by id, those without a pathway last; all of them, as they come, without a number. */
function nearestOf(lines: readonly Line[], parts: readonly CohortPart[], nearest: number | null): Answered {
  const idOf = ({ part }: Line): string => itemAt(parts, part).id;
  const hours = ({ newGlh }: Line): number => newGlh ?? Infinity;
  const order = (a: Line, b: Line): number =>
    hours(a) === hours(b) ? (idOf(a) < idOf(b) ? -1 : 1) : hours(a) - hours(b);
  const told = nearest === null ? lines : lines.toSorted(order).slice(0, nearest);
  const grave = GRAVE.find((status) => lines.some((line) => line.status === status));
  const plain = told.some(({ status }) => status === 'infeasible') ? 'infeasible' : 'optimal';
  return { text: told.map(({ line }) => line).join(''), lines: told.length, status: grave ?? plain };
}

function eachOnce(problems: readonly CohortProblem[]): readonly CohortProblem[] {
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
}
