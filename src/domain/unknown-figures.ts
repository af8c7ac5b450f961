import { error, type Issue } from './issue.js';
import { formatMeasure, type Objective } from './measure.js';
import { figureWord, neededFigures, unknownIn, type OpenFigure } from './needed.js';
import type { Problem } from './problem.js';
import type { Source } from './source.js';
import type { Statement, Threshold } from './statement.js';

/** The most names that one message tells; the rest is counted. */
export const MOST_NAMES = 20;

/**
 * An error for each kind of figure (credit, GLH, level, a column) that statements or objectives need and nobody knows,
 * with what to type to set them. It stands where the first of them stands.
 *
 * @example
 * ```ts
 * import { DEFAULT_OBJECTIVES, openText, pose, refuseUnknownFigures, valueOrThrow } from 'qualpath';
 *
 * const { specification } = openText({
 *   model: 'title: Draft\nunits: u.csv\ngroups: { A: Units }\nrule:\n  - at least 1 unit\n',
 *   units: 'group,ref,title,level,credit,glh\nA,X 1,One,2,3,TBC\nA,X 2,Two,2,3,20\n',
 * });
 * const problem = valueOrThrow(pose(specification));
 * const [issue] = refuseUnknownFigures(problem, problem.conditions, DEFAULT_OBJECTIVES);
 * console.log(issue.code); // open-value
 * ```
 */
export function refuseUnknownFigures(
  problem: Problem,
  statements: readonly Statement<Threshold>[],
  objectives: readonly Objective[] = [],
): readonly Issue[] {
  const needed = statements.flatMap((statement) =>
    neededFigures(problem, [statement]).map((open): Found => ({
      open,
      source: statement.source,
      by: 'this statement',
      instead: '',
    })),
  );
  const measured = objectives.flatMap((objective) => {
    const by = `--${objective.sense} ${formatMeasure(objective.measure)}`;
    return unknownIn(problem, objective).map((open): Found => ({ open, source: open.place, by, instead: INSTEAD }));
  });
  return [...byWord([...needed, ...measured])].map(([word, { open, source, by, instead }]) => {
    return error(
      'open-value',
      `${sayUnknown(word, open, problem.entries)}, and ${by} needs it${toSet(open)}${instead}`,
      source,
    );
  });
}

/** The number of units is always known. */
const INSTEAD = '; or ask for what is known, as with --minimise units';

/** `GLH is not known for 12 of 27 units`, `The credit of MX 1 is not known`; both may list a unit more than once. */
export function sayUnknown(
  word: string,
  open: readonly OpenFigure[],
  units: readonly { readonly ref: string }[],
): string {
  const [first] = open;
  const names = new Set(open.map(({ name }) => name));
  if (names.size === 1 && first !== undefined) {
    const unit = first.name.slice(0, first.name.lastIndexOf('.'));
    return `The ${word} of ${unit} is not known`;
  }
  return `${word === 'GLH' ? word : `The ${word}`} is not known for ${names.size} of ${new Set(units.map(({ ref }) => ref)).size} units`;
}

/**
 * `: --set "MX 1.glh=..." --set "MX 2.glh=..." (MX 2.glh is from 10 to 30)`, to be copied and filled in; beyond twenty
 * names the rest is counted.
 */
export function toSet(open: readonly OpenFigure[]): string {
  const told = open.slice(0, MOST_NAMES);
  const more = open.length > MOST_NAMES ? ` and ${open.length - MOST_NAMES} more` : '';
  const bounds = told.flatMap(({ name, min, max }) =>
    min === null || max === null ? [] : [`${name} is from ${min} to ${max}`],
  );
  const within = bounds.length === 0 ? '' : ` (${bounds.join(', ')})`;
  return `: ${told.map(({ name }) => `--set "${name}=..."`).join(' ')}${more}${within}`;
}

interface Found {
  readonly open: OpenFigure;
  readonly source: Source;
  readonly by: string;
  /** What may be asked for without it, in words; empty where nothing may. */
  readonly instead: string;
}

interface Kind extends Omit<Found, 'open'> {
  readonly open: readonly OpenFigure[];
}

/** Figures of one kind together, each name once, with who needs the first. */
function byWord(found: readonly Found[]): ReadonlyMap<string, Kind> {
  const words = new Map<string, Omit<Found, 'open'> & { readonly named: Map<string, OpenFigure> }>();
  for (const { open, ...needs } of found) {
    const word = figureWord(open.quantity);
    const known = words.get(word) ?? { named: new Map<string, OpenFigure>(), ...needs };
    known.named.set(open.name, open);
    words.set(word, known);
  }
  return new Map([...words].map(([word, { named, ...needs }]) => [word, { ...needs, open: [...named.values()] }]));
}
