import { openNames } from '../domain/open-names.js';
import { error, warning, type Issue } from '../domain/issue.js';
import { referenceKey } from '../domain/reference.js';
import type { Result } from '../domain/result.js';
import type { Specification } from '../domain/specification.js';
import type { Model } from '../read/model/model-file.js';
import { splitForOne } from './delivery/for-one.js';
import { gather } from './gather.js';
import { InputError, valueOrThrow } from './input-error.js';
import type { Library } from './library.js';

/** The qualifications that a question is about: ids or paths, or all those at hand whose values are all set. */
export type Offered = readonly string[] | 'all';

/** The models of several qualifications. */
export interface LoadedModels {
  readonly models: readonly Model[];
  readonly issues: readonly Issue[];
  /** Whether a model at hand could not be read and was left out. */
  readonly broken: boolean;
}

/** Opens the model of an id or a path. */
export type LoadModel = (idOrPath: string) => Result<Model>;

/**
 * Opens the models that are named, or all at hand, of which those that cannot be read are left out and told. Throws an
 * InputError where one that is named cannot be read, or is named twice.
 */
export function loadOffered(library: Library, offered: Offered, load: LoadModel): LoadedModels {
  return offered === 'all' ? loadEvery(library, load) : loadNamed(load, offered);
}

function loadEvery(library: Library, load: LoadModel): LoadedModels {
  const results = valueOrThrow(library.list()).map(({ file }) => load(file));
  return {
    models: results.flatMap((model) => (model.ok ? [model.value] : [])),
    issues: results.flatMap((model) => (model.ok ? model.warnings : model.issues)),
    broken: results.some((model) => !model.ok),
  };
}

function loadNamed(load: LoadModel, names: readonly string[]): LoadedModels {
  const read = gather(names.map((name) => load(name)));
  const models = valueOrThrow(read);
  const seen = new Set<string>();
  const repeated = models.filter(({ specification: { id } }) => seen.has(id) || !seen.add(id));
  if (repeated.length > 0) {
    throw new InputError(
      repeated.map(({ specification: { id } }) => error('repeated-key', `${id} is named twice.`, { option: id })),
    );
  }
  return { models, issues: read.ok ? read.warnings : [], broken: false };
}

/** What is said where a qualification with open values is left out of all those at hand. */
export function leftOutAsOpen({ id, file }: Specification): Issue {
  const place = { file, line: 1, column: 1 };
  return warning('open-value', `${id} is left out: it has values to be set (qualpath show ${id} lists them).`, place);
}

/** Whether an issue is no more than a value that nobody has set, or no error at all. */
export function isOpenValue({ code, severity }: Issue): boolean {
  return severity !== 'error' || code === 'open-value';
}

/** Values for open names, as an object or as texts `name=value` and `Q: name=value`. */
export type SetText = Readonly<Record<string, number>> | readonly string[];

/**
 * The settings that are meant for one of several qualifications: `Q: name=value` for that one, `name=value` for every one
 * that knows the name. The first one also has those that none knows, and so tells them.
 */
export function settingsMeantFor(own: Specification, all: readonly Specification[], set: SetText): readonly string[] {
  const texts = isTexts(set) ? set : Object.entries(set).map(([name, value]) => `${name}=${value}`);
  const ids = all.map(({ id }) => id);
  return texts.flatMap((text) => {
    const one = splitForOne(text, ids);
    if (one.id !== null) return one.id === own.id ? [one.text] : [];
    const name = referenceKey(text.slice(0, Math.max(0, text.lastIndexOf('='))));
    const knowing = all.filter((it) => knows(it, name));
    return knowing.includes(own) || (knowing.length === 0 && own === all[0]) ? [text] : [];
  });
}

function isTexts(set: SetText): set is readonly string[] {
  return Array.isArray(set);
}

function knows(specification: Specification, key: string): boolean {
  const names = [...openNames(specification).map(({ name }) => name), ...specification.parameters.keys()];
  return names.some((name) => referenceKey(name) === key);
}
