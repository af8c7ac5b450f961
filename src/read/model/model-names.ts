import { error, warning, type Issue } from '../../domain/issue.js';
import { referenceKey } from '../../domain/reference.js';
import type { Place } from '../../domain/source.js';
import type { ParameterDeclaration } from '../../domain/specification.js';
import { quote } from '../../domain/quote.js';
import { numberWord } from '../../notation/figure.js';
import { groupKey, suggestGroup } from './group-name.js';

const PARAMETER_NAME = /^[\p{L}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?$/u;

/** Names that a model declares, with the places of their declarations. */
export type Declared = ReadonlyMap<string, Place>;

/** Issues for groups without a name, and for names that differ in case or white space alone. */
export function checkGroupNames(groups: Declared): Issue[] {
  const unnamed = [...groups].flatMap(([name, place]) =>
    name.trim() === '' ? [error('group-name', 'A group needs a name.', place)] : [],
  );
  return [...unnamed, ...findAlike(groups, groupKey, 'groups')];
}

/** Issues for parameters whose name could not be used in a statement, or is used twice. */
export function checkParameterNames(parameters: Declared): Issue[] {
  const unusable = [...parameters].flatMap(([name, place]) => {
    if (isUsable(name)) return [];
    if (numberWord(name) !== null) {
      return [error('parameter-name', `${quote(name)} cannot name a parameter: in a statement it is a number.`, place)];
    }
    const message = `${quote(name)} cannot name a parameter: a name is one word of letters, digits, '-' and '_', and begins with a letter.`;
    return [error('parameter-name', message, place)];
  });
  return [...unusable, ...findAlike(parameters, referenceKey, 'parameters')];
}

function isUsable(name: string): boolean {
  return PARAMETER_NAME.test(name) && numberWord(name) === null;
}

/** Issues for parameters that no value can meet. */
export function checkBounds(parameters: Iterable<ParameterDeclaration>): Issue[] {
  return [...parameters].flatMap(({ name, min, max, place }) =>
    min !== null && max !== null && min > max
      ? [error('wrong-value', `The min of ${name} (${min}) is above its max (${max}).`, place)]
      : [],
  );
}

/** Warnings for parameters that no statement of the rule uses; names that no statement could use are told by others. */
export function findUnused(parameters: Declared, used: readonly string[]): Issue[] {
  return [...parameters].flatMap(([name, place]) =>
    used.includes(name) || !isUsable(name)
      ? []
      : [warning('unused-parameter', `No statement of the rule uses the parameter ${quote(name)}.`, place)],
  );
}

/** Warnings for groups that are none of those in which a unit is listed. */
export function findEmptyGroups(groups: Declared, listedIn: readonly string[]): Issue[] {
  const listed = new Set(listedIn.map(groupKey));
  return [...groups].flatMap(([name, place]) =>
    listed.has(groupKey(name)) ? [] : [warning('empty-group', `No unit is listed in the group ${quote(name)}.`, place)],
  );
}

/** Issues for names that should be those of groups and are not. */
export function findUnknownGroups(names: Declared, groups: Declared): Issue[] {
  const known = new Set([...groups.keys()].map(groupKey));
  return [...names].flatMap(([name, place]) =>
    known.has(groupKey(name))
      ? []
      : [
          error(
            'unknown-group',
            `This model declares no group ${quote(name)}${suggestGroup(name, [...groups.keys()])}.`,
            place,
          ),
        ],
  );
}

function findAlike(names: Declared, key: (name: string) => string, kind: string): Issue[] {
  const first = new Map<string, string>();
  return [...names].flatMap(([name, place]) => {
    const earlier = first.get(key(name));
    first.set(key(name), earlier ?? name);
    if (earlier === undefined) return [];
    return [error('repeated-key', `The ${kind} ${quote(earlier)} and ${quote(name)} have the same name.`, place)];
  });
}
