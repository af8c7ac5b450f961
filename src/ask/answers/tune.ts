import { error, warning, type Issue } from '../../domain/issue.js';
import type { Problem } from '../../domain/problem.js';
import type { Specification } from '../../domain/specification.js';
import type { SearchMeans } from '../../methods/means.js';
import { createMeasurer, type Measured } from '../../questions/sweeper.js';
import { tune, type Aim, type TunePoint } from '../../questions/tune.js';
import type { Model } from '../../read/model/model-file.js';
import { tuneDocument, type TuneDocument } from '../../report/documents/tune.js';
import { tuneSheet } from '../../report/sheets/tune.js';
import type { Answer, Outcome } from '../answer.js';
import { gather } from '../gather.js';
import { InputError, valueOrThrow } from '../input-error.js';
import { deadlineOf, meansFor } from '../means.js';
import { prepareAt, substituteAt } from '../sweep-problem.js';
import { everySetting, sweptAmounts } from '../sweep-settings.js';
import type { Surroundings } from '../surroundings.js';
import { readAim } from '../tune/read-aim.js';
import { readTunable, type Tunable } from '../tune/tune-axes.js';
import type { TuneQuestion } from '../tune/tune-question.js';
import { chooseVersion } from '../version.js';

const MOST_AIMS = 12;

/** At which values of the figures that may be chosen a rule comes to what is aimed at, or what stands against it. */
export async function answerTune(
  model: Model,
  question: TuneQuestion,
  surroundings: Surroundings,
): Promise<Answer<TuneDocument>> {
  const version = chooseVersion(model, question, surroundings.today);
  const { specification } = valueOrThrow(version);
  const read = gather<unknown>([readAims(question), readTunable(specification, question)]);
  if (!read.ok) throw new InputError(read.issues);
  const [aims, tunable] = read.value as [readonly Aim[], Tunable];
  const settings = everySetting(tunable.axes);
  const { points, unsolved } = await lookAt({ specification, tunable, question, surroundings }, settings);
  const { axes } = tunable;
  const tuned = tune(
    points,
    aims,
    axes.map(({ written }) => written),
    question.prefer ?? 'least change',
  );
  const document = tuneDocument(specification.id, { names: axes, aims, settings: settings.length, points }, tuned);
  return {
    document,
    outcome: outcomeOf(points.length, settings.length, unsolved),
    issues: [...(version.ok ? version.warnings : []), ...told(unsolved)],
    sheet: () => tuneSheet(specification.title, document),
  };
}

function readAims({ aims }: TuneQuestion) {
  const source = { option: '--aim' };
  if (aims.length === 0) {
    throw new InputError([error('setting', "Say what is aimed at, as in --aim 'least GLH >= 300'.", source)]);
  }
  if (aims.length > MOST_AIMS) throw new InputError([error('setting', `At most ${MOST_AIMS} aims.`, source)]);
  return gather(aims.map(readAim));
}

interface Looked {
  readonly points: readonly TunePoint[];
  /** At how many settings a limit, or a contradiction, kept the figures from being known. */
  readonly unsolved: { readonly limit: number; readonly disputed: number };
}

interface Tuning {
  readonly specification: Specification;
  readonly tunable: Tunable;
  readonly question: TuneQuestion;
  readonly surroundings: Surroundings;
}

type Measure = (values: readonly number[]) => Promise<Measured>;

/** Looks at every setting until the time ends. */
async function lookAt(tuning: Tuning, settings: readonly (readonly number[])[]): Promise<Looked> {
  const { question, surroundings } = tuning;
  const deadline = deadlineOf(question);
  const means = meansFor({ ...question, timeLimit: deadline }, surroundings.isolate).forMany;
  const measure = measurerOf(tuning, means);
  const points: TunePoint[] = [];
  const unsolved = { limit: 0, disputed: 0 };
  for (const values of settings) {
    if (deadline.passed()) break;
    const { status, glh, pathways } = await measure(values);
    if (status === 'disputed') unsolved.disputed += 1;
    else if (status !== 'optimal' && status !== 'infeasible') unsolved.limit += 1;
    points.push({ values, glh, pathways });
    question.progress?.(points.length, settings.length);
  }
  return { points, unsolved };
}

/** What a setting comes to; the first with a rule that can be met or not sets up what the others share. */
function measurerOf(
  { specification, tunable: { axes, set }, question, surroundings }: Tuning,
  means: SearchMeans,
): Measure {
  const { aims: _, mayChange: _may, parameters: _names, statements: _statements, prefer: _prefer, ...asked } = question;
  const { progress: _progress, ...request } = asked;
  // What is asked for besides the rule may use the same names.
  const onlyRule = (question.also ?? []).length === 0 && question.title === undefined;
  const places = onlyRule ? sweptAmounts(specification, axes) : null;
  const swept = { specification, axes, question: { ...request, set }, surroundings };
  let first: Problem | null = null;
  let measure: ReturnType<typeof createMeasurer> | null = null;
  return async (values) => {
    const problem: Problem | null =
      first === null || places === null ? prepareAt(swept, values) : substituteAt(swept, values, first, places);
    if (problem === null) return NO_PATHWAY;
    first ??= problem;
    measure ??= createMeasurer(problem, places, means);
    return measure(problem);
  };
}

const NO_PATHWAY = { status: 'infeasible', glh: { min: null, max: null }, pathways: 0n } as const;

function told({ limit }: Looked['unsolved']): readonly Issue[] {
  if (limit === 0) return [];
  return [
    warning(
      'time-limit',
      `At ${limit} settings a limit kept the figures from being known; they count as missing the aims.`,
    ),
  ];
}

function outcomeOf(looked: number, all: number, { limit, disputed }: Looked['unsolved']): Outcome {
  if (disputed > 0) return 'disputed';
  return looked < all || limit > 0 ? 'limit' : 'answered';
}
