import { error } from '../domain/issue.js';
import { parseSettingValue, type Settings } from '../domain/settings.js';
import { quote } from '../domain/quote.js';
import { referenceKey } from '../domain/reference.js';
import { failure, success, type Result } from '../domain/result.js';
import { gather } from './gather.js';
import type { RequestText } from './question.js';

/** Values for open names, given by name or typed as `NAME=VALUE`. Errors: no such form, no number, a name set twice. */
export function readSettings(set: NonNullable<RequestText['set']>): Result<Settings> {
  const read = gather(settingTexts(set).map(readSetting));
  if (!read.ok) return read;
  const seen = new Set<string>();
  const repeated = read.value.filter(([name]) => {
    const key = referenceKey(name);
    return seen.has(key) || !seen.add(key);
  });
  if (repeated.length === 0) return success(new Map(read.value), read.warnings);
  return failure(
    repeated.map(([name, value]) => error('setting', `${name} is set twice.`, { option: `--set ${name}=${value}` })),
  );
}

/** Values for open names as texts `NAME=VALUE`. */
export function settingTexts(set: NonNullable<RequestText['set']>): readonly string[] {
  return isTexts(set) ? set : Object.entries(set).map(([name, value]) => `${name}=${value}`);
}

function isTexts(set: NonNullable<RequestText['set']>): set is readonly string[] {
  return Array.isArray(set);
}

function readSetting(text: string): Result<[string, number]> {
  const source = { option: `--set ${text}` };
  const separator = text.lastIndexOf('=');
  if (separator < 1) return failure([error('setting', 'Write --set as NAME=VALUE.', source)]);
  const [name, written] = [text.slice(0, separator).trim(), text.slice(separator + 1)];
  const value = parseSettingValue(name, written);
  if (value !== null) return success([name, value]);
  const kind = /\.level$/i.test(name) ? 'a level' : 'a number of 0 or more with at most three places';
  return failure([error('setting', `${quote(written)} is not ${kind}.`, source)]);
}
