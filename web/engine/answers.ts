import {
  deadlineIn,
  renderHtml,
  type Answer,
  type Deadline,
  type DeliverDocument,
  type DeliveryProgress,
  type DeliveryQuestion,
} from '../../src/index.js';
import { questionOf } from './design.js';
import { issuesInPageWords, sheetInPageWords } from './page-words.js';
import type { Asked, QualificationText, SheetAnswer } from './protocol.js';
import { openAll, openAsked, readIssues } from './sessions.js';

const LIMIT = 30;
const MILLISECONDS = 1000;

/** Hours, credits and units over all pathways, and how they spread. */
export async function range(asked: Asked): Promise<SheetAnswer> {
  return ofSession(asked, ({ answers }) => answers.range(questionOf(asked, LIMIT), { distribution: true }));
}

/** Why the least hours are what they are. */
export async function explain(asked: Asked): Promise<SheetAnswer> {
  return ofSession(asked, ({ answers }) => answers.explain(questionOf(asked, LIMIT)));
}

/** The best pathways. */
export async function alternatives(asked: Asked): Promise<SheetAnswer> {
  return ofSession(asked, ({ answers }) => answers.alternatives(questionOf(asked, LIMIT)));
}

/** Where a learner stands. */
export async function audit(asked: Asked): Promise<SheetAnswer> {
  return ofSession(asked, ({ answers }) => answers.audit(questionOf(asked, LIMIT)));
}

/** How near a learner is to each qualification. */
export async function progress(
  models: readonly QualificationText[],
  equivalences: string,
  achieved: readonly string[],
): Promise<SheetAnswer> {
  return told(() =>
    openAll(models, equivalences).progress({ achieved, solver: 'javascript-lp-solver', timeLimit: LIMIT }),
  );
}

/** What qualifications share. */
export async function overlap(
  models: readonly QualificationText[],
  equivalences: string,
  set: readonly string[],
): Promise<SheetAnswer> {
  const qualifications = models.map(({ id }) => id);
  return told(() => openAll(models, equivalences).overlap({ qualifications, set, timeLimit: LIMIT }));
}

let stopped = false;

/** Ends the search for a plan with what has been found. */
export function stop(): void {
  stopped = true;
}

/** A plan of delivery. */
export async function deliver(
  models: readonly QualificationText[],
  equivalences: string,
  question: Omit<DeliveryQuestion, 'qualifications' | 'progress' | 'timeLimit'> & { readonly timeLimit: number },
  heard: (progress: DeliveryProgress) => void,
): Promise<SheetAnswer<DeliverDocument>> {
  const qualifications = models.map(({ id }) => id);
  const clock = deadlineIn(question.timeLimit * MILLISECONDS);
  stopped = false;
  const timeLimit: Deadline = {
    remaining: () => (stopped ? 0 : clock.remaining()),
    passed: () => stopped || clock.passed(),
  };
  return told(() =>
    openAll(models, equivalences).deliver({
      solver: 'javascript-lp-solver',
      ...question,
      timeLimit,
      qualifications,
      progress: heard,
    }),
  );
}

/** The evidence for the figures of a qualification, as a page of its own. */
export async function report(
  models: readonly QualificationText[],
  equivalences: string,
  set: readonly string[],
): Promise<{ readonly html: string | null } & SheetAnswer> {
  const qualifications = models.map(({ id }) => id);
  const answer = await told(() =>
    openAll(models, equivalences).report({ qualifications, set, solver: 'javascript-lp-solver', timeLimit: LIMIT }),
  );
  return { ...answer, html: answer.sheet === null ? null : renderHtml(answer.sheet) };
}

type OpenSession = Extract<ReturnType<typeof openAsked>, { ok: true }>['value'];

async function ofSession<D>(asked: Asked, ask: (session: OpenSession) => Promise<Answer<D>>): Promise<SheetAnswer<D>> {
  const opened = openAsked(asked);
  return opened.ok
    ? told(() => ask(opened.value))
    : { document: null, sheet: null, issues: issuesInPageWords(opened.issues) };
}

async function told<D>(ask: () => Promise<Answer<D>>): Promise<SheetAnswer<D>> {
  try {
    const { document, sheet, issues } = await ask();
    return { document, sheet: sheetInPageWords(sheet()), issues: issuesInPageWords(issues) };
  } catch (thrown) {
    return { document: null, sheet: null, issues: issuesInPageWords(readIssues(thrown)) };
  }
}
