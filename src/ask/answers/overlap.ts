import { findOverlap, type Overlap, type TogetherAndApart } from '../../delivery/overlap.js';
import { goalValue, type JointGoal } from '../../delivery/joint.js';
import { itemAt } from '../../domain/item-at.js';
import { overlapCsv } from '../../report/delivery/overlap-csv.js';
import type { JointHoursDocument, OverlapDocument } from '../../report/documents/overlap.js';
import { overlapSheet } from '../../report/sheets/overlap.js';
import type { Isolate } from '../../solvers/hard-stop.js';
import type { Answer } from '../answer.js';
import { deliveryMeans } from '../delivery/delivery-means.js';
import type { OverlapQuestion } from '../delivery/delivery-question.js';
import { askPlan, type AskedPlan } from '../delivery/joint-of.js';
import { openProvider } from '../delivery/provider.js';
import type { Library } from '../library.js';

/** An answer that can be written as a table as well. */
export interface AnswerWithRows<D> extends Answer<D> {
  /** The rows as CSV, with a header. */
  readonly csv: () => string;
}

/** Which units qualifications share, and what planning them together saves. */
export async function answerOverlap(
  library: Library,
  question: OverlapQuestion,
  isolate: Isolate | undefined,
): Promise<AnswerWithRows<OverlapDocument>> {
  const provider = openProvider(library, { ...question, objectives: [] });
  const asked = askPlan(provider, [], {});
  const found = await findOverlap(asked.joint, asked.hours, deliveryMeans(question, isolate));
  const document = documentOf(asked, found);
  const open = [found.all, ...found.pairs].some(({ status }) => status === 'unknown') && asked.hours !== null;
  return {
    document,
    outcome: provider.broken ? 'bad-input' : open ? 'limit' : 'answered',
    issues: [...provider.issues, ...asked.issues],
    sheet: () => overlapSheet(document),
    csv: () => overlapCsv(document),
  };
}

function documentOf({ joint, hours, credits }: AskedPlan, { pairs, all }: Overlap): OverlapDocument {
  const ids = joint.takers.map(({ id }) => id);
  const sum = (goal: JointGoal | null, units: readonly number[]): number | null =>
    goal === null ? null : goalValue(goal, units);
  const shared = joint.units
    .filter(({ takers }) => takers.length > 1)
    .toSorted((a, b) => b.takers.length - a.takers.length || a.index - b.index);
  return {
    qualifications: ids,
    units: shared.map(({ index, ref, title, takers }) => ({
      ref,
      title,
      glh: sum(hours, [index]),
      qualifications: takers.map((taker) => itemAt(ids, taker)),
    })),
    pairs: pairs.map(({ a, b, shared: units, ...both }) => ({
      a: itemAt(ids, a),
      b: itemAt(ids, b),
      sharedUnits: units.length,
      sharedCredits: sum(credits, units),
      sharedGlh: sum(hours, units),
      ...hoursOf(both),
    })),
    all: hoursOf(all),
  };
}

function hoursOf({ together, apart, status }: TogetherAndApart): JointHoursDocument {
  const savingGlh = together === null || apart === null ? null : apart - together;
  return { jointGlh: together, separateGlh: apart, savingGlh, status };
}
