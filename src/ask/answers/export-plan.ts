import { planProgramOf } from '../../export/plan-program.js';
import { askPlan } from '../delivery/joint-of.js';
import type { DeliveryQuestion } from '../delivery/delivery-question.js';
import { readMeasures } from '../delivery/measures.js';
import { openProvider } from '../delivery/provider.js';
import { valueOrThrow } from '../input-error.js';
import type { Library } from '../library.js';
import { exportAnswer, type ExportAnswer } from './export.js';

/** What is asked of a plan that is written as a program. */
export type PlanExportQuestion = Pick<
  DeliveryQuestion,
  'qualifications' | 'exclude' | 'require' | 'minimise' | 'maxUnits' | 'maxGlh' | 'also' | 'set' | 'asOf'
>;

/** The question of one plan for several qualifications as a program for other solvers. */
export function answerExportPlan(library: Library, question: PlanExportQuestion): ExportAnswer {
  const { minimise = [] } = question;
  const specifications = openProvider(library, { ...question, objectives: [] }).offered.map((it) => it.specification);
  const objectives = valueOrThrow(readMeasures(minimise, specifications));
  const provider = openProvider(library, { ...question, objectives });
  const asked = askPlan(provider, objectives, question);
  const made = planProgramOf(asked.joint);
  const named = valueOrThrow(made);
  const issues = [...provider.issues, ...asked.issues, ...(made.ok ? made.warnings : [])];
  return { ...exportAnswer(named, issues), outcome: provider.broken ? 'bad-input' : 'answered' };
}
