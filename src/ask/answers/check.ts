import { checkModel } from '../../check/model.js';
import type { Issue } from '../../domain/issue.js';
import type { Settings } from '../../domain/settings.js';
import type { Specification } from '../../domain/specification.js';
import { createDiagramStore } from '../../methods/diagram-method.js';
import type { Means } from '../../methods/means.js';
import type { Model } from '../../read/model/model-file.js';
import { inOrder } from '../../read/text/issue-order.js';
import { checkDocument, type CheckDocument } from '../../report/documents/check.js';
import { checkSheet } from '../../report/sheets/check.js';
import type { Answer, Outcome } from '../answer.js';
import { readDay } from '../as-of.js';
import { isWrongUsage, valueOrThrow } from '../input-error.js';
import { meansFor } from '../means.js';
import type { CheckQuestion } from '../question.js';
import { readSettings } from '../settings.js';
import type { Surroundings } from '../surroundings.js';
import { chooseVersion } from '../version.js';

/** Nodes of the diagram that knows every unit of a rule: a fraction of a second. */
const NODE_BUDGET = 2_000_000;

/** Errors that say that a rule cannot be met, and nothing worse. */
const IMPOSSIBLE: ReadonlySet<string> = new Set(['never-met', 'conflict']);

/** Everything that is wrong or odd about one model. */
export async function answerCheck(
  model: Model,
  question: CheckQuestion,
  surroundings: Surroundings,
  reading: readonly Issue[],
): Promise<Answer<CheckDocument>> {
  const settings = valueOrThrow(readSettings(question.set ?? []));
  const { equivalences } = surroundings;
  const joined = equivalences.ok ? equivalences.warnings : equivalences.issues;
  const issues = await proveModel(model, settings, question, surroundings, reading);
  return checkAnswer([...joined, ...issues], '1 model');
}

/**
 * The issues of a model: those of its reading, and what can be proved about its rule within the time. Of several versions
 * each is looked at, or the one of the day that is asked for; what is the same in all of them is told once.
 */
export async function proveModel(
  model: Model,
  settings: Settings,
  question: CheckQuestion,
  surroundings: Surroundings,
  reading: readonly Issue[],
): Promise<readonly Issue[]> {
  const { asOf, registeredOn } = question;
  const isDated = asOf !== undefined || registeredOn !== undefined;
  const all = model.versions.length === 0 || isDated ? [valueOrThrow(chooseVersion(model, question))] : model.versions;
  const found: Issue[] = [...reading];
  for (const version of all) found.push(...(await proveVersion(version, settings, question, surroundings)));
  const once = new Map(found.map((issue) => [JSON.stringify(issue), issue]));
  return inOrder([...once.values()], model.specification.file);
}

async function proveVersion(
  { specification, places }: Model,
  settings: Settings,
  question: CheckQuestion,
  { equivalences, isolate }: Surroundings,
): Promise<readonly Issue[]> {
  const means = meansOf(question, isolate);
  const { asOf } = question;
  const day = asOf === undefined ? {} : { asOf: valueOrThrow(readDay(asOf, `--as-of ${asOf}`)) };
  const inputs = { ...day, settings, equivalences: equivalences.ok ? equivalences.value : [] };
  const { issues, complete } = await checkModel(specification, places, inputs, means);
  return [...issues, ...(complete ? [] : [stoppedAt(specification)])];
}

function meansOf(question: CheckQuestion, isolate: Surroundings['isolate']): Means {
  const { forOne } = meansFor(question, isolate);
  return { ...forOne, store: createDiagramStore({ nodeBudget: NODE_BUDGET, deadline: forOne.deadline }) };
}

function stoppedAt({ rule }: Specification): Issue {
  const message =
    'The time limit stopped the proofs about this rule: what is told is right, but there may be more. Give more time with --time-limit.';
  return { code: 'time-limit', severity: 'warning', message, source: rule[0]?.source ?? null };
}

/** Issues as an answer; `checked` says in words what was looked at. */
export function checkAnswer(issues: readonly Issue[], checked: string): Answer<CheckDocument> {
  return {
    document: checkDocument(issues),
    outcome: outcomeOf(issues),
    issues: [],
    sheet: () => checkSheet(issues, checked),
  };
}

function outcomeOf(issues: readonly Issue[]): Outcome {
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    if (errors.every(({ code }) => IMPOSSIBLE.has(code))) return 'no-pathway';
    return isWrongUsage(errors) ? 'wrong-usage' : 'bad-input';
  }
  return issues.some(({ code }) => code === 'time-limit') ? 'limit' : 'answered';
}
