import type {
  BenchDocument,
  BenchFamilyDocument,
  BenchInstanceDocument,
  BenchSummaryDocument,
} from '../documents/bench.js';
import { cactus } from '../pictures/cactus.js';
import { growth } from '../pictures/growth.js';
import { performanceProfile } from '../pictures/performance-profile.js';
import { adviceParts } from './bench-advice.js';
import { aside, heading, line, list, table, toned, type Cell, type Sheet, type SheetPart } from '../sheet.js';

const LEFT = ['Solver'] as const;

/** A run of the benchmark for people: what was measured on what, family by family, and the pictures over all. */
export function benchSheet(document: BenchDocument): Sheet {
  const { families, warnings } = document;
  const single = families.filter(({ next }) => next.length === 0);
  const pictures = single.length === 0 ? [] : [performanceProfile(single), cactus(single)];
  return {
    title: 'Benchmark',
    parts: [
      ...machineLines(document),
      ...warnings.map((text) => line(text, 'caution')),
      heading('Solvers'),
      solverTable(document),
      ...adviceParts(document),
      ...families.flatMap(familyParts),
      ...(pictures.length === 0 ? [] : [heading('All single questions')]),
      ...pictures.map((picture): SheetPart => ({ kind: 'picture', picture })),
    ],
  };
}

function machineLines({ machine, runs, timeLimit, quick }: BenchDocument): readonly SheetPart[] {
  const { processor, cores, memory, system, node, began } = machine;
  const runsText = `${runs} timed ${runs === 1 ? 'run' : 'runs'}, ${timeLimit} s for a question`;
  return [
    line(`${processor}, ${cores} cores, ${memory} GiB; ${system}; Node ${node}; ${began}`),
    line(`${quick ? 'A quick run: fewer and smaller instances. ' : ''}${runsText}. All times are milliseconds.`),
  ];
}

function solverTable({ solvers }: BenchDocument): SheetPart {
  return table(
    [...heads(LEFT), { head: 'What it is', flexible: true }, ...figures('First start', 'Later')],
    solvers.map(({ name, about, startUp }) => [name, about, figure(startUp?.cold), figure(startUp?.warm)]),
  );
}

function familyParts(family: BenchFamilyDocument): readonly SheetPart[] {
  const { title, statement, analysis, instances, one, next } = family;
  return [
    heading(title),
    line(statement),
    aside(analysis),
    ...instances.flatMap(instanceParts),
    ...summaryParts('One question, everything included, over all instances', one),
    ...summaryParts('Each next question with its check, over all instances', next),
    { kind: 'picture', picture: growth(family) },
  ];
}

function instanceParts(instance: BenchInstanceDocument): readonly SheetPart[] {
  const { name, answer, solvers } = instance;
  const silent = silentSolvers(solvers);
  return [
    line(`${name}. ${answer === null ? 'Nobody answered' : `Answer: ${answer}`}.`),
    oneTable(instance),
    ...(solvers.some(({ milliseconds }) => milliseconds?.next) ? [nextTable(instance)] : []),
    ...(silent.length === 0 ? [] : [list(silent)]),
  ];
}

function oneTable({ solvers }: BenchInstanceDocument): SheetPart {
  const timed = solvers.flatMap(({ solver, milliseconds }) =>
    milliseconds === null ? [] : [{ solver, times: milliseconds }],
  );
  const fastest = Math.min(...timed.map(({ times }) => times.one.median));
  return table(
    [...heads(LEFT), ...figures('Build', 'First', 'Check', 'All', 'Times', 'Spread', 'CPU', 'Cold')],
    timed.map(({ solver, times }) => [
      solver,
      ...[times.build, times.first, times.check, times.one].map(({ median }) => figure(median)),
      relative(times.one.median, fastest),
      percent(times.one.spread),
      figure(times.processor?.median),
      figure(times.cold),
    ]),
  );
}

function nextTable({ solvers }: BenchInstanceDocument): SheetPart {
  const timed = solvers.flatMap(({ solver, questions, milliseconds }) => {
    const { next = null, nextChecked = null } = milliseconds ?? {};
    return next === null || nextChecked === null ? [] : [{ solver, questions, next, nextChecked }];
  });
  const fastest = Math.min(...timed.map(({ nextChecked }) => nextChecked.median));
  return table(
    [...heads(LEFT), ...figures('Questions', 'Each next', 'Checked', 'Times', 'Spread')],
    timed.map(({ solver, questions, next, nextChecked }) => [
      solver,
      questions,
      figure(next.median),
      figure(nextChecked.median),
      relative(nextChecked.median, fastest),
      percent(nextChecked.spread),
    ]),
  );
}

function summaryParts(title: string, summaries: readonly BenchSummaryDocument[]): readonly SheetPart[] {
  if (summaries.length === 0) return [];
  const rows = summaries.map(({ solver, asked, answered, mean, timesFastest }): readonly Cell[] => [
    solver,
    answered < asked ? toned(`${answered} of ${asked}`, 'caution') : `${answered} of ${asked}`,
    figure(mean ?? undefined),
    timesFastest === null ? null : relative(timesFastest, 1),
  ]);
  return [line(`${title}:`), table([...heads(LEFT), ...figures('Answered', 'Mean', 'Times the fastest')], rows)];
}

/** Who has no times and why, those with the same reason together; who cannot be asked such questions is not told of. */
function silentSolvers(solvers: BenchInstanceDocument['solvers']): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const { solver, verdict, why, milliseconds } of solvers) {
    if (milliseconds !== null || verdict === 'declined') continue;
    const reason = why === null ? verdict : `${verdict}: ${why}`;
    byReason.set(reason, [...(byReason.get(reason) ?? []), solver]);
  }
  return [...byReason].map(([reason, names]) => `${names.join(', ')}: ${reason}`);
}

function heads(names: readonly string[]): { readonly head: string }[] {
  return names.map((head) => ({ head }));
}

function figures(...names: readonly string[]): { readonly head: string; readonly align: 'right' }[] {
  return names.map((head) => ({ head, align: 'right' }));
}

const DIGITS = 3;

/** Three digits that count, and never a power of ten. */
function figure(milliseconds: number | undefined): Cell {
  if (milliseconds === undefined) return null;
  const digits = milliseconds > 0 ? Math.max(0, DIGITS - 1 - Math.floor(Math.log10(milliseconds))) : 0;
  return milliseconds.toFixed(Math.min(6, digits));
}

function relative(time: number, fastest: number): string {
  return fastest > 0 ? (time / fastest).toFixed(time / fastest < 100 ? 1 : 0) : '';
}

function percent(part: number): string {
  return `${Math.round(100 * part)}%`;
}
