import { checkIdentities } from '../../check/identities.js';
import type { Issue } from '../../domain/issue.js';
import { referenceKey } from '../../domain/reference.js';
import type { Settings } from '../../domain/settings.js';
import { openNames } from '../../domain/open-names.js';
import type { Specification } from '../../domain/specification.js';
import { inOrder } from '../../read/text/issue-order.js';
import type { CheckDocument } from '../../report/documents/check.js';
import { plural } from '../../report/sheets/plural.js';
import type { Isolate } from '../../solvers/hard-stop.js';
import type { Answer } from '../answer.js';
import { valueOrThrow } from '../input-error.js';
import type { Library } from '../library.js';
import { deadlineOf } from '../means.js';
import type { CheckQuestion } from '../question.js';
import { readSettings } from '../settings.js';
import { checkAnswer, proveModel } from './check.js';

/** Everything that is wrong or odd about several models and tables, each by itself and all of them together. */
export async function answerCheckOfAll(
  library: Library,
  files: readonly string[],
  question: CheckQuestion,
  around: { readonly isolate?: Isolate },
): Promise<Answer<CheckDocument>> {
  const settings = valueOrThrow(readSettings(question.set ?? []));
  const checked = files.map((file) => ({ file, ...library.check(file) }));
  const equivalences = library.equivalences();
  const surroundings = { equivalences, ...around };
  const timed = { ...question, timeLimit: deadlineOf(question) };
  const specifications = checked.flatMap(({ model }) => (model === null ? [] : [model.specification]));
  const issues: Issue[] = [...(equivalences.ok ? equivalences.warnings : equivalences.issues)];
  for (const { file, model, issues: reading } of checked) {
    if (model === null) issues.push(...inOrder(reading, file));
    else {
      const own = settingsFor(model.specification, specifications, settings);
      issues.push(...(await proveModel(model, own, timed, surroundings, reading)));
    }
  }
  issues.push(...checkIdentities(specifications, equivalences.ok ? equivalences.value : []));
  return checkAnswer(issues, plural(files.length, checked.some(({ model }) => model === null) ? 'file' : 'model'));
}

/** The settings that a model knows; the first model also gets those that no model knows, and so tells them. */
function settingsFor(own: Specification, all: readonly Specification[], settings: Settings): Settings {
  const known = all.map((it) => new Set(namesIn(it).map(referenceKey)));
  const index = all.indexOf(own);
  return new Map(
    [...settings].filter(([name]) => {
      const key = referenceKey(name);
      return known[index]?.has(key) === true || (index === 0 && !known.some((names) => names.has(key)));
    }),
  );
}

function namesIn(specification: Specification): readonly string[] {
  return [...openNames(specification).map(({ name }) => name), ...specification.parameters.keys()];
}
