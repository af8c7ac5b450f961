import { itemAt } from '../../domain/item-at.js';
import type { Specification } from '../../domain/specification.js';
import { printStatement } from '../../notation/print-statement.js';
import { comparePathways } from '../../questions/compare/pathways.js';
import { sidesOf, whyNot } from '../../questions/compare/side.js';
import { compareStatements } from '../../questions/compare/statements.js';
import { compareUnits } from '../../questions/compare/units.js';
import type { Model } from '../../read/model/model-file.js';
import { compareDocument, type CompareDocument } from '../../report/documents/compare.js';
import { compareSheet } from '../../report/sheets/compare.js';
import type { Isolate } from '../../solvers/hard-stop.js';
import type { Answer, Outcome } from '../answer.js';
import { readQuestion, type Asked } from '../asked.js';
import { compareLearners } from '../compare-learners.js';
import type { CompareQuestion } from '../compare-question.js';
import { gather } from '../gather.js';
import { valueOrThrow } from '../input-error.js';
import type { Library } from '../library.js';
import { deadlineOf } from '../means.js';
import { settingsMeantFor } from '../offered.js';
import type { Surroundings } from '../surroundings.js';
import { answerRange } from './range.js';

/** Two versions of a qualification, or two qualifications, side by side. */
export async function answerCompare(
  library: Library,
  names: readonly [old: string, young: string],
  question: CompareQuestion,
  isolate: Isolate | undefined,
): Promise<Answer<CompareDocument>> {
  const around = isolate === undefined ? {} : { isolate };
  const surroundings: Surroundings = { equivalences: library.equivalences(), ...around };
  const loaded = gather(names.map((name) => library.load(name)));
  const models = valueOrThrow(loaded);
  const deadline = deadlineOf(question);
  const requests = models.map((model) => requestFor(model, models, question));
  const [before, after] = pairOf(
    models.map((model, at) => {
      return readQuestion(model, { ...itemAt(requests, at), timeLimit: deadline }, surroundings, 'own');
    }),
  );
  const sides = sidesOf(before.problem, after.problem, valueOrThrow(surroundings.equivalences));
  const [old, young] = sides;
  const pathways = comparePathways(old, young, before.means.forMany.store, deadline);
  const ranges = [await answerRange(before, {}, false), await answerRange(after, {}, false)];
  const learners =
    question.cohort === undefined
      ? null
      : await compareLearners(question.cohort, pairOf(models), pairOf(requests), surroundings);
  const document = compareDocument({
    old: before.specification.id,
    new: after.specification.id,
    units: compareUnits(
      { specification: before.specification, pieces: old.pieces },
      { specification: after.specification, pieces: young.pieces },
    ),
    statements: compareStatements(printed(before), printed(after)),
    before: itemAt(ranges, 0).document,
    after: itemAt(ranges, 1).document,
    pathways,
    why: (example, other) => (other === 'new' ? whyNot(example, old, young) : whyNot(example, young, old)),
    learners: learners?.lines ?? null,
  });
  return {
    document,
    outcome: outcomeOfComparison([
      ...ranges.map(({ outcome }) => outcome),
      ...(pathways === null ? ['limit' as const] : []),
    ]),
    issues: [...(loaded.ok ? loaded.warnings : []), ...before.warnings, ...after.warnings, ...(learners?.issues ?? [])],
    sheet: () => compareSheet([before.specification.title, after.specification.title], document),
  };
}

function requestFor({ specification }: Model, models: readonly Model[], { set = [], asOf }: CompareQuestion) {
  const all: readonly Specification[] = models.map((it) => it.specification);
  return { set: settingsMeantFor(specification, all, set), ...(asOf === undefined ? {} : { asOf }) };
}

/** The rule as printed, with the values that are set in it. */
function printed({ problem }: Asked): readonly string[] {
  return problem.qualification.rule.map(printStatement);
}

/** A version without a pathway is an answer here. */
function outcomeOfComparison(outcomes: readonly Outcome[]): Outcome {
  const worst = (['disputed', 'failed', 'limit'] as const).find((it) => outcomes.includes(it));
  return worst ?? 'answered';
}

function pairOf<T>(items: readonly T[]): readonly [T, T] {
  return [itemAt(items, 0), itemAt(items, 1)];
}
