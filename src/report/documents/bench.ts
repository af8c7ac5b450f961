import type { BenchResult } from '../../benchmark/run.js';
import type { FamilyResult, InstanceResult, Standing, Times } from '../../benchmark/run-family.js';
import type { Spread } from '../../benchmark/statistics.js';
import { nextQuestion, oneQuestion, SHIFT, summarise, type Summary } from '../../benchmark/summary.js';
import { benchWarnings } from './bench-warnings.js';

/** The machine of a run. */
export interface MachineDocument {
  readonly processor: string;
  readonly cores: number;
  /** Memory in GiB. */
  readonly memory: number;
  readonly system: string;
  readonly node: string;
  /** Load average of the last minute when the run began; null where the system tells none. */
  readonly load: number | null;
  /** When the run began, in ISO form. */
  readonly began: string;
}

/** A time in milliseconds over several runs; `spread` is the distance of its quartiles as a part of the median. */
export interface SpreadDocument {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly spread: number;
}

/** The times of a solver on an instance. */
export interface TimesDocument {
  /** From the rule to the rows of a program, or to a diagram. */
  readonly build: SpreadDocument;
  /** The first question, from the built form to an answer. */
  readonly first: SpreadDocument;
  /** The check of the answer, which is the same code for everybody. */
  readonly check: SpreadDocument;
  /** Build, first question and check together. */
  readonly one: SpreadDocument;
  /** Each further question of the same rule, without and with its check; null where there was one question. */
  readonly next: SpreadDocument | null;
  readonly nextChecked: SpreadDocument | null;
  /** Processor time of all of it; null where the system does not tell. */
  readonly processor: SpreadDocument | null;
  /** `one` of the first run of all, before anything was warm, and with whatever had to be loaded. */
  readonly cold: number;
}

/** How a solver did on an instance. */
export interface StandingDocument {
  readonly solver: string;
  readonly verdict: 'agrees' | 'alone' | 'wrong' | 'disputed' | 'limit' | 'failed' | 'declined' | 'left out';
  /** Why it has no times, where that needs words. */
  readonly why: string | null;
  readonly questions: number;
  /** Null unless the answers stand. */
  readonly milliseconds: TimesDocument | null;
}

/** An instance of a family. */
export interface BenchInstanceDocument {
  readonly name: string;
  readonly size: number;
  /** The answer to the first question, as all say who agree; `none` where there is no pathway. */
  readonly answer: string | null;
  readonly solvers: readonly StandingDocument[];
}

/** How a solver did over a family: shifted geometric mean in milliseconds, and how many times the fastest it took. */
export interface BenchSummaryDocument {
  readonly solver: string;
  readonly asked: number;
  readonly answered: number;
  readonly mean: number | null;
  readonly timesFastest: number | null;
}

/** A family of instances. */
export interface BenchFamilyDocument {
  readonly id: string;
  readonly title: string;
  readonly statement: string;
  readonly analysis: string;
  readonly growsBy: string;
  readonly instances: readonly BenchInstanceDocument[];
  /** One question, everything included. */
  readonly one: readonly BenchSummaryDocument[];
  /** Each next question with its check; empty where there was one question. */
  readonly next: readonly BenchSummaryDocument[];
}

/** A run of the benchmark. */
export interface BenchDocument {
  readonly machine: MachineDocument;
  readonly runs: number;
  /** Seconds. */
  readonly timeLimit: number;
  readonly quick: boolean;
  /** What is added to times before a geometric mean, in milliseconds. */
  readonly shift: number;
  readonly solvers: readonly {
    readonly name: string;
    readonly about: string;
    /** Whether every question starts a process. */
    readonly process: boolean;
    /** Milliseconds for a question that takes no thought, the first time and later. */
    readonly startUp: { readonly cold: number; readonly warm: number } | null;
  }[];
  readonly families: readonly BenchFamilyDocument[];
  /** What makes the times of this run doubtful. */
  readonly warnings: readonly string[];
}

/** What was asked for. */
export type BenchSettings = Pick<BenchDocument, 'machine' | 'runs' | 'timeLimit' | 'quick'>;

/** The document of a run. */
export function benchDocument(result: BenchResult, settings: BenchSettings): BenchDocument {
  return {
    ...settings,
    shift: SHIFT,
    solvers: result.startUps.map(({ name, about, isProcess, startUp }) => ({
      name,
      about,
      process: isProcess,
      startUp: startUp === null ? null : { cold: rounded(startUp.cold), warm: rounded(startUp.warm) },
    })),
    families: result.families.map(familyDocument),
    warnings: benchWarnings(result, settings.machine),
  };
}

function familyDocument(result: FamilyResult): BenchFamilyDocument {
  const { id, title, statement, analysis, growsBy } = result.family;
  const next = summarise(result, nextQuestion).filter(({ answered }) => answered > 0);
  return {
    id,
    title,
    statement,
    analysis,
    growsBy,
    instances: result.instances.map(instanceDocument),
    one: summarise(result, oneQuestion).map(summaryDocument),
    next: next.map(summaryDocument),
  };
}

function instanceDocument({ instance, answer, standings }: InstanceResult): BenchInstanceDocument {
  return { name: instance.name, size: instance.size, answer, solvers: standings.map(standingDocument) };
}

function standingDocument({ name, verdict, questions, times }: Standing): StandingDocument {
  const why = 'why' in verdict ? verdict.why : null;
  const milliseconds = times === null ? null : timesDocument(times);
  return { solver: name, verdict: verdict.kind, why, questions, milliseconds };
}

function timesDocument(times: Times): TimesDocument {
  const where = (spread: Spread | null): SpreadDocument | null => (spread === null ? null : spreadDocument(spread));
  return {
    build: spreadDocument(times.build),
    first: spreadDocument(times.first),
    check: spreadDocument(times.check),
    one: spreadDocument(times.one),
    next: where(times.next),
    nextChecked: where(times.nextCertified),
    processor: where(times.processor),
    cold: rounded(times.cold),
  };
}

function spreadDocument({ median, least, most, spread }: Spread): SpreadDocument {
  return { median: rounded(median), least: rounded(least), most: rounded(most), spread: rounded(spread) };
}

function summaryDocument({ name, asked, answered, mean, timesFastest }: Summary): BenchSummaryDocument {
  const where = (figure: number | null): number | null => (figure === null ? null : rounded(figure));
  return { solver: name, asked, answered, mean: where(mean), timesFastest: where(timesFastest) };
}

/** To a nanosecond, below which no clock here tells anything. */
function rounded(figure: number): number {
  return Math.round(figure * 1e6) / 1e6;
}
