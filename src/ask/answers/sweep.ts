import { error, warning, type Issue } from '../../domain/issue.js';
import { itemAt } from '../../domain/item-at.js';
import { openNames } from '../../domain/open-names.js';
import type { Problem } from '../../domain/problem.js';
import type { Specification } from '../../domain/specification.js';
import { IMPOSSIBLE, type SweepPoint } from '../../questions/sweep.js';
import { createSweeper, type Sweeper } from '../../questions/sweeper.js';
import type { Model } from '../../read/model/model-file.js';
import { sweepPointDocument, type SweepDocument, type SweepPointDocument } from '../../report/documents/sweep.js';
import { sweepCsv } from '../../report/sweep-csv.js';
import { sweepSheet } from '../../report/sheets/sweep.js';
import type { Outcome } from '../answer.js';
import { gather } from '../gather.js';
import { InputError, valueOrThrow } from '../input-error.js';
import { deadlineOf, meansFor } from '../means.js';
import { settingTexts } from '../settings.js';
import type { Surroundings } from '../surroundings.js';
import { readParameterAxis, readStatementAxis, type SweepAxis } from '../sweep-axis.js';
import { everySetting, sweptAmounts } from '../sweep-settings.js';
import { prepareAt, substituteAt } from '../sweep-problem.js';
import type { SweepQuestion } from '../sweep-question.js';
import { chooseVersion } from '../version.js';
import type { AnswerWithRows } from './overlap.js';

/** The most settings of one sweep. */
export const MOST_POINTS = 100_000;

/** What every setting of one or two figures makes of the rule. */
export async function answerSweep(
  model: Model,
  question: SweepQuestion,
  surroundings: Surroundings,
): Promise<AnswerWithRows<SweepDocument>> {
  const version = chooseVersion(model, question, surroundings.today);
  const { specification } = valueOrThrow(version);
  const axes = readAxes(specification, question);
  const settings = everySetting(axes);
  const deadline = deadlineOf(question);
  const means = meansFor({ ...question, timeLimit: deadline }, surroundings.isolate).forMany;
  // What is asked for besides the rule may use the same names.
  const onlyRule = (question.also ?? []).length === 0 && question.title === undefined;
  const places = onlyRule ? sweptAmounts(specification, axes) : null;
  const swept = { specification, axes, question, surroundings };
  const points: SweepPointDocument[] = [];
  let first: Problem | null = null;
  let sweeper: Sweeper | null = null;
  for (const values of settings) {
    if (deadline.passed()) break;
    const problem: Problem | null =
      first === null || places === null ? prepareAt(swept, values) : substituteAt(swept, values, first, places);
    first ??= problem;
    sweeper ??= problem === null ? null : createSweeper(problem, places, means);
    const point = problem === null || sweeper === null ? IMPOSSIBLE : await sweeper(problem);
    const set = Object.fromEntries(axes.map(({ name }, at) => [name, itemAt(values, at)]));
    points.push(sweepPointDocument(set, point));
    question.point?.(itemAt(points, points.length - 1), points.length, settings.length);
  }
  const names = axes.map(({ name }) => name);
  return {
    document: points,
    outcome: outcomeOfSweep(points, settings.length),
    issues: [
      ...(version.ok ? version.warnings : []),
      ...stillOpen(specification, axes, question),
      ...cutShort(points, settings.length),
    ],
    sheet: () => sweepSheet(specification.title, names, points),
    csv: () => sweepCsv(names, points),
  };
}

function readAxes(
  specification: Specification,
  { parameters = [], statements = [] }: SweepQuestion,
): readonly SweepAxis[] {
  const read = gather([
    ...parameters.map((text) => readParameterAxis(text, specification)),
    ...statements.map((text) => readStatementAxis(text, specification)),
  ]);
  const axes = valueOrThrow(read);
  const points = axes.reduce((product, { values }) => product * values.length, 1);
  const source = { option: parameters.length > 0 ? '--parameter' : '--statement' };
  const refuse = (message: string): InputError => new InputError([error('sweep', message, source)]);
  if (axes.length === 0) throw refuse('Say what to sweep, with --parameter NAME=FROM..TO or --statement N=FROM..TO.');
  if (axes.length > 2) throw refuse(`Sweep one or two figures at a time; ${axes.length} are given.`);
  if (new Set(axes.map(({ name }) => name)).size < axes.length) throw refuse(`${axes[0]?.name ?? ''} is swept twice.`);
  if (points > MOST_POINTS) throw refuse(`That is ${points} settings; ${MOST_POINTS} are swept at most.`);
  return axes;
}

/** What is open, not swept and not set, though the rule does without it. */
function stillOpen(
  specification: Specification,
  axes: readonly SweepAxis[],
  { set = [] }: SweepQuestion,
): readonly Issue[] {
  const given = settingTexts(set).map((text) => text.slice(0, text.lastIndexOf('=')).trim());
  const known = new Set([...given, ...axes.map(({ name }) => name)]);
  const open = openNames(specification).filter(({ name }) => !known.has(name));
  if (open.length === 0) return [];
  const names = open.map(({ name }) => name).join(', ');
  return [warning('sweep', `Open and not swept: ${names}. What needs it is not said.`)];
}

function cutShort(points: SweepDocument, all: number): readonly Issue[] {
  if (points.length === all) return [];
  return [warning('time-limit', `The time ended after ${points.length} of ${all} settings.`)];
}

function outcomeOfSweep(points: SweepDocument, all: number): Outcome {
  const has = (status: SweepPoint['status']): boolean => points.some((it) => it.status === status);
  if (has('disputed')) return 'disputed';
  return points.length < all || has('unknown') || has('feasible') ? 'limit' : 'answered';
}
