import { pose } from '../domain/pose.js';
import type { Problem } from '../domain/problem.js';
import { success, type Result } from '../domain/result.js';
import { readModel } from '../read/model/model-file.js';

/** A unit of a made-up qualification, as a row of its table; a unit with the same reference twice is in two groups. */
export interface MadeUpUnit {
  readonly group: string;
  readonly ref: string;
  readonly level: number;
  readonly credit: number;
  /** Guided learning hours. */
  readonly glh: number;
}

/** A statement in the words of the notation, or a word such as `any of` with its list. */
export type RuleText = string | { readonly [word: string]: readonly RuleText[] };

/** The problem that a made-up qualification poses: read from a model and a table as anybody's would be. */
export function madeUpProblem(units: readonly MadeUpUnit[], rule: readonly RuleText[]): Problem {
  const groups = [...new Set(units.map(({ group }) => group))];
  const model = JSON.stringify({
    title: 'Made-up qualification',
    units: 'units.csv',
    groups: Object.fromEntries(groups.map((group) => [group, `Group ${group}`])),
    rule,
  });
  const openUnits = (file: string) => ({ file, text: success(tableOf(units)) });
  const { specification } = valueOf(readModel(model, { id: 'made-up', file: 'made-up.yaml', openUnits }));
  return valueOf(pose(specification));
}

function tableOf(units: readonly MadeUpUnit[]): string {
  const rows = units.map(({ group, ref, level, credit, glh }) => [group, ref, `Unit ${ref}`, level, credit, glh]);
  return [['group', 'ref', 'title', 'level', 'credit', 'glh'], ...rows].map((row) => row.join(',')).join('\n');
}

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.issues.map(({ message }) => message).join('\n'));
}
