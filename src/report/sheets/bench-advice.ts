import type { BenchDocument, BenchFamilyDocument, BenchInstanceDocument, TimesDocument } from '../documents/bench.js';
import { aside, heading, table, type SheetPart } from '../sheet.js';

/** Solvers that take at most so many times the least time are named together: a run does not tell them apart. */
const AS_GOOD = 1.2;

type TimeOf = (times: TimesDocument) => number | null;

const ONE: TimeOf = ({ one }) => one.median;
const NEXT: TimeOf = ({ nextChecked }) => nextChecked?.median ?? null;

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly solvers: readonly string[];
}

/** Which solver a run says to use for what: the fastest of each family by the size of its instances, answers checked. */
export function adviceParts({ families }: BenchDocument): readonly SheetPart[] {
  const rows = families.flatMap((family) => [
    ...rowsOf(family, 'one question, everything included', ONE),
    ...rowsOf(family, 'each next question of one rule', NEXT),
  ]);
  if (rows.length === 0) return [];
  return [
    heading('Which solver to use when'),
    table(
      [
        { head: 'Questions', flexible: true },
        { head: 'What is timed' },
        { head: 'Size' },
        { head: 'Fastest', flexible: true },
      ],
      rows,
    ),
    aside(
      `Those who take at most ${AS_GOOD} times the least time are named together, the fastest first; size is what the family grows by.`,
      'A process pays for its start with every question, and one in WebAssembly for being loaded; so small questions go to who is there already.',
    ),
  ];
}

function rowsOf(family: BenchFamilyDocument, what: string, timeOf: TimeOf): readonly (readonly string[])[] {
  const sized = family.instances.toSorted((a, b) => a.size - b.size);
  const stretches = sized.reduce<readonly Stretch[]>((before, instance) => {
    const solvers = fastest(instance, timeOf);
    const last = before.at(-1);
    if (solvers.length === 0) return before;
    if (last?.solvers.join() !== solvers.join())
      return [...before, { from: instance.size, to: instance.size, solvers }];
    return [...before.slice(0, -1), { ...last, to: instance.size }];
  }, []);
  return stretches.map(({ from, to, solvers }) => [
    family.title,
    what,
    `${from === to ? from : `${from} to ${to}`} ${family.growsBy}`,
    solvers.join(', '),
  ]);
}

function fastest({ solvers }: BenchInstanceDocument, timeOf: TimeOf): readonly string[] {
  const timed = solvers.flatMap(({ solver, milliseconds }) => {
    const time = milliseconds === null ? null : timeOf(milliseconds);
    return time === null ? [] : [{ solver, time }];
  });
  const least = Math.min(...timed.map(({ time }) => time));
  return timed
    .filter(({ time }) => time <= AS_GOOD * least)
    .toSorted((a, b) => a.time - b.time)
    .map(({ solver }) => solver);
}
