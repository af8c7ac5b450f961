import { error } from '../domain/issue.js';
import { failure, success, type Result } from '../domain/result.js';
import { readAchieved } from '../read/units/achieved.js';
import { namesFile } from './names-file.js';
import { readTextFile } from './read-text-file.js';

/** References held: every text is a reference, or the name of a file of references. */
export function readHeldUnits(texts: readonly string[]): Result<readonly string[]> {
  const results = texts.map(readHeld);
  const issues = results.flatMap((result) => (result.ok ? result.warnings : result.issues));
  if (results.some(({ ok }) => !ok)) return failure(issues);
  return success(
    results.flatMap((result) => (result.ok ? result.value : [])),
    issues,
  );
}

function readHeld(text: string): Result<readonly string[]> {
  if (/\.(?:ndjson|jsonl|json)$/i.test(text)) {
    const message = `${text} holds learners, not the units of one; qualpath cohort reads such files.`;
    return failure([error('achieved-file', message, { option: `--achieved ${text}` })]);
  }
  if (!namesFile(text)) return success([text]);
  const file = readTextFile(text);
  if (!file.ok) return file;
  const units = readAchieved(file.value, text);
  if (!units.ok) return units;
  return success(
    units.value.map(({ ref }) => ref),
    units.warnings,
  );
}
