import { error } from '../domain/issue.js';
import { quote } from '../domain/quote.js';
import { failure, success, type Result } from '../domain/result.js';
import type { Specification } from '../domain/specification.js';
import type { Statement, Threshold } from '../domain/statement.js';
import { didYouMean } from '../domain/suggest.js';
import { groupKey } from '../read/model/group-name.js';

/** What a title of the model asks for besides the rule, case and white space of its name aside; nothing without a title. */
export function findTitle(
  { titles }: Specification,
  title: string | undefined,
): Result<readonly Statement<Threshold>[]> {
  if (title === undefined) return success([]);
  const found = [...titles].find(([name]) => groupKey(name) === groupKey(title));
  if (found !== undefined) return success(found[1]);
  const names = [...titles.keys()];
  const known = names.length === 0 ? 'it has none' : `it has ${names.map((name) => quote(name)).join(', ')}`;
  const message = `This qualification has no title ${quote(title)}${didYouMean(title, names)}; ${known}.`;
  return failure([error('unknown-title', message, { option: `--title "${title}"` })]);
}
