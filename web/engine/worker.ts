/** The worker that answers: one question after the other, as they come. */
import type { DeliveryProgress } from '../../src/index.js';
import * as answers from './answers.js';
import * as designing from './design.js';

const questions = {
  design: designing.design,
  details: designing.details,
  slider: designing.slider,
  range: answers.range,
  explain: answers.explain,
  alternatives: answers.alternatives,
  audit: answers.audit,
  progress: answers.progress,
  overlap: answers.overlap,
  deliver: answers.deliver,
  report: answers.report,
};

/** Every question that the worker answers, by its name. */
export type Questions = typeof questions;

interface Message {
  readonly number: number;
  readonly name: keyof Questions;
  readonly given: readonly unknown[];
}

interface Scope {
  readonly addEventListener: (kind: 'message', hear: (event: { readonly data: Message | 'stop' }) => void) => void;
  readonly postMessage: (message: unknown) => void;
}

const scope = globalThis as unknown as Scope;

scope.addEventListener('message', ({ data }) => {
  if (data === 'stop') {
    answers.stop();
    return;
  }
  const { number, name, given } = data;
  const heard = (progress: DeliveryProgress): void => scope.postMessage({ number, progress });
  const ask = questions[name] as (...all: readonly unknown[]) => Promise<unknown>;
  ask(...given, heard).then(
    (answer) => scope.postMessage({ number, answer }),
    (thrown: unknown) =>
      scope.postMessage({ number, failure: thrown instanceof Error ? thrown.message : String(thrown) }),
  );
});
