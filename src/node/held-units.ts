import type { HeldUnitsLater } from '../ask/question.js';
import { error } from '../domain/issue.js';
import { failure, success, type Result } from '../domain/result.js';
import { readAchieved, type AchievedOptions, type AchievedUnit } from '../read/units/achieved.js';
import { namesFile } from './names-file.js';
import { readTextFile } from './read-text-file.js';

/**
 * Units held: every text is a reference, or the name of a file of units; of files with several learners `learner` is
 * meant. The files are read when it is known which units the columns of a markbook may name.
 *
 * @example
 * ```ts
 * import { openShipped, readHeldUnits } from 'qualpath/node';
 *
 * const ocr = openShipped('ocr-level-3-diploma-customer-service');
 * const { completion } = await ocr.audit({ achieved: readHeldUnits(['data/samples/achieved.csv']) });
 * console.log(completion?.status); // optimal
 * ```
 */
export function readHeldUnits(texts: readonly string[], learner?: string): HeldUnitsLater {
  const chosen = learner === undefined ? {} : { learner };
  return (knows) => readAll(texts, { ...chosen, knows });
}

function readAll(texts: readonly string[], options: AchievedOptions): ReturnType<HeldUnitsLater> {
  const results = texts.map((text) => readHeld(text, options));
  const issues = results.flatMap((result) => (result.ok ? result.warnings : result.issues));
  if (results.some(({ ok }) => !ok)) return failure(issues);
  return success(
    results.flatMap((result) => (result.ok ? result.value : [])),
    issues,
  );
}

function readHeld(text: string, options: AchievedOptions): Result<readonly (string | AchievedUnit)[]> {
  if (/\.(?:ndjson|jsonl|json)$/i.test(text)) {
    const message = `${text} holds learners, not the units of one; qualpath cohort reads such files.`;
    return failure([error('achieved-file', message, { option: `--achieved ${text}` })]);
  }
  if (!namesFile(text)) return success([text]);
  const file = readTextFile(text);
  if (!file.ok) return file;
  return readAchieved(file.value, text, options);
}
