import { IN_PROCESS } from '../../benchmark/contestants.js';
import type { Contestant } from '../../benchmark/contestant.js';
import { DRAFT_VALUES } from '../../benchmark/draft-values.js';
import { FAMILIES } from '../../benchmark/families.js';
import { pinnedFamily, type PinnedInstance } from '../../benchmark/families/pinned.js';
import { qualificationsFamily, type NamedProblem } from '../../benchmark/families/qualifications.js';
import { runBenchmark } from '../../benchmark/run.js';
import type { Family } from '../../benchmark/task.js';
import type { Meter } from '../../benchmark/turn.js';
import { error, type Issue } from '../../domain/issue.js';
import { pose } from '../../domain/pose.js';
import { didYouMean } from '../../domain/suggest.js';
import { benchDocument, type BenchDocument, type MachineDocument } from '../../report/documents/bench.js';
import { benchSheet } from '../../report/sheets/bench.js';
import type { Answer } from '../answer.js';
import { InputError, valueOrThrow } from '../input-error.js';
import type { Library } from '../library.js';

/** What is to be measured. */
export interface BenchQuestion {
  /** Ids of families; all of them when there are none. */
  readonly families?: readonly string[];
  /** Names of solvers; everybody at hand when there are none. */
  readonly solvers?: readonly string[];
  /** Timed runs of everything. */
  readonly runs?: number;
  /** Seconds for a build and its first question together, and for each further question. */
  readonly timeLimit?: number;
  /** Fewer and smaller instances. */
  readonly quick?: boolean;
}

/** What a run of the benchmark has around it. */
export interface BenchSurroundings {
  readonly library: Library;
  readonly machine: MachineDocument;
  readonly meter: Meter;
  /** Solvers that run as processes on this machine. */
  readonly processes: readonly Contestant[];
  readonly pinned: readonly PinnedInstance[];
  readonly progress?: (words: string) => void;
}

const RUNS = 5;
const QUICK_RUNS = 2;
const TIME_LIMIT = 20;
const QUICK_TIME_LIMIT = 1;
const MILLISECONDS_A_SECOND = 1000;

/** Measures solvers side by side. Throws an {@link InputError} for a family or a solver that nobody knows. */
export async function answerBench(question: BenchQuestion, around: BenchSurroundings): Promise<Answer<BenchDocument>> {
  const { quick = false } = question;
  const { runs = quick ? QUICK_RUNS : RUNS, timeLimit = quick ? QUICK_TIME_LIMIT : TIME_LIMIT } = question;
  const all = [...FAMILIES, ...atHand(around)];
  const everybody = [...IN_PROCESS, ...around.processes];
  const families = chosen(question.families ?? [], all, ({ id }) => id, 'family');
  const contestants = chosen(question.solvers ?? [], everybody, ({ name }) => name, 'solver');
  const issues = [...families.issues, ...contestants.issues];
  if (issues.length > 0) throw new InputError(issues);
  const result = await runBenchmark(families.items, {
    contestants: contestants.items,
    runs,
    milliseconds: timeLimit * MILLISECONDS_A_SECOND,
    quick,
    meter: around.meter,
    ...(around.progress === undefined ? {} : { progress: around.progress }),
  });
  const document = benchDocument(result, { machine: around.machine, runs, timeLimit, quick });
  return {
    document,
    outcome: isDisputed(document) ? 'disputed' : 'answered',
    issues: [],
    sheet: () => benchSheet(document),
  };
}

/** Whether anybody gave an answer that does not stand. */
function isDisputed({ families }: BenchDocument): boolean {
  const standings = families.flatMap(({ instances }) => instances.flatMap(({ solvers }) => solvers));
  return standings.some(({ verdict }) => verdict === 'wrong' || verdict === 'disputed');
}

/** Families of what is at hand rather than made up. */
function atHand({ library, pinned }: BenchSurroundings): readonly Family[] {
  const qualifications = qualificationsFamily(problemsOf(library));
  return pinned.length === 0 ? [qualifications] : [qualifications, pinnedFamily(pinned)];
}

/** The qualifications that can be asked about: drafts whose open values nobody knows are left out. */
function problemsOf(library: Library): readonly NamedProblem[] {
  const equivalences = valueOrThrow(library.equivalences());
  return valueOrThrow(library.list()).flatMap(({ id, file }) => {
    const loaded = library.load(file);
    if (!loaded.ok) return [];
    const settings = new Map(Object.entries(DRAFT_VALUES[id] ?? {}));
    const posed = pose(loaded.value.specification, { settings }, equivalences);
    return posed.ok ? [{ id, problem: posed.value }] : [];
  });
}

interface Chosen<T> {
  readonly items: readonly T[];
  readonly issues: readonly Issue[];
}

/** Those named, in their own order; all where none is named. */
function chosen<T>(names: readonly string[], all: readonly T[], nameOf: (item: T) => string, what: string): Chosen<T> {
  const known = all.map(nameOf);
  const issues = names
    .filter((name) => !known.includes(name))
    .map((name) => {
      const message = `There is no ${what} '${name}'${didYouMean(name, known)}; there are ${known.join(', ')}.`;
      return error('unknown-contest', message, { option: what === 'solver' ? `--solver ${name}` : name });
    });
  return { items: names.length === 0 ? all : all.filter((item) => names.includes(nameOf(item))), issues };
}
