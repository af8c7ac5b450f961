import { itemAt } from '../domain/item-at.js';
import type { Issue } from '../domain/issue.js';
import type { Problem } from '../domain/problem.js';
import { setParameters } from '../domain/qualification.js';
import type { Settings } from '../domain/settings.js';
import type { Specification } from '../domain/specification.js';
import type { Statement } from '../domain/statement.js';
import { InputError, valueOrThrow } from './input-error.js';
import { prepare } from './prepare.js';
import { readSettings, settingTexts } from './settings.js';
import type { Surroundings } from './surroundings.js';
import { withThreshold, type SweepAxis } from './sweep-axis.js';
import type { SweepQuestion } from './sweep-question.js';

/** What a sweep is of. */
export interface Swept {
  readonly specification: Specification;
  readonly axes: readonly SweepAxis[];
  readonly question: SweepQuestion;
  readonly surroundings: Surroundings;
}

/** The rule and the texts of `--set` with the axes at their values. */
function settingAt({ specification, axes, question }: Swept, values: readonly number[]) {
  const set = [...settingTexts(question.set ?? [])];
  let rule = specification;
  for (const [at, { open, statement }] of axes.entries()) {
    if (open !== null) set.push(`${open}=${itemAt(values, at)}`);
    if (statement !== null) rule = withThreshold(rule, statement, itemAt(values, at));
  }
  return { rule, set };
}

/**
 * The problem with the axes at their values; null where a lower bound is above its upper bound there, which nothing
 * meets. Throws an {@link InputError} with whatever else is wrong.
 */
export function prepareAt(swept: Swept, values: readonly number[]): Problem | null {
  const { rule, set } = settingAt(swept, values);
  const { point: _, ...asked } = swept.question;
  const prepared = prepare(rule, swept.surroundings, { ...asked, set }, 'own');
  if (prepared.ok) return prepared.value.problem;
  const errors = prepared.issues.filter(({ severity }) => severity === 'error');
  if (errors.every(isEmptyInterval)) return null;
  throw new InputError(prepared.issues);
}

/**
 * As {@link prepareAt}, from a problem that is prepared already and differs in the thresholds of the amounts at some
 * places of the rule, all of them whole, and in nothing else.
 */
export function substituteAt(
  swept: Swept,
  values: readonly number[],
  first: Problem,
  places: readonly number[],
): Problem | null {
  const { rule, set } = settingAt(swept, values);
  const settings: Settings = valueOrThrow(readSettings(set));
  const conditions: Statement[] = [...first.conditions];
  for (const place of places) {
    const statement = setParameters(itemAt(rule.rule, place), settings);
    if (statement.kind === 'amount' && isEmpty(statement.interval)) return null;
    conditions[place] = statement;
  }
  return {
    ...first,
    conditions,
    qualification: { ...first.qualification, rule: conditions.slice(0, rule.rule.length) },
  };
}

function isEmpty({ min, max }: { readonly min: number | null; readonly max: number | null }): boolean {
  return min !== null && max !== null && min > max;
}

function isEmptyInterval({ code, message }: Issue): boolean {
  return code === 'setting-out-of-range' && message.includes('the lower bound');
}
