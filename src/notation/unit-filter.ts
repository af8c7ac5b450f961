import { atLeast, atMost, exactly, type Interval } from '../domain/interval.js';
import { formatLevel, parseLevel, type Level } from '../domain/level.js';
import { EVERY_UNIT, type From, type UnitFilter } from '../domain/unit-filter.js';
import type { Cursor } from './cursor.js';
import { printNames, readGroups, readUnits } from './name-list.js';
import type { Names } from './names.js';

/** Reads `from B or C at level 3 or above`; either part may be absent, and either may come first. */
export function readFilter(cursor: Cursor, names: Names): UnitFilter {
  const early = readLevel(cursor);
  const from = cursor.accept('from') ? readFrom(cursor, names) : EVERY_UNIT.from;
  return { from, level: early ?? readLevel(cursor), achieved: false };
}

function readFrom(cursor: Cursor, names: Names): From {
  if (cursor.accept('outside')) return { kind: 'outside', groups: readGroups(cursor, names) };
  if (cursor.accept('units') || cursor.accept('unit')) return { kind: 'units', units: readUnits(cursor, names) };
  if (!cursor.accept('groups')) cursor.accept('group');
  return { kind: 'groups', groups: readGroups(cursor, names) };
}

function readLevel(cursor: Cursor): Interval | null {
  if (!cursor.accept('at level')) return null;
  const level = readLevelName(cursor);
  if (cursor.accept('or above') || cursor.accept('or higher')) return atLeast(level);
  return cursor.accept('or below') || cursor.accept('or lower') ? atMost(level) : exactly(level);
}

function readLevelName(cursor: Cursor): Level {
  const level = parseLevel(/^(?:entry\s+\d|\w+)/i.exec(cursor.rest)?.[0] ?? '');
  if (level === null) cursor.fail('a level (Entry 1 to Entry 3, or 1 to 8)');
  cursor.match(/^(?:entry\s+\d|\w+)/i);
  return level;
}

/** The filter's words with a leading space, or nothing for the filter that passes every unit. */
export function printFilter(filter: UnitFilter): string {
  return `${printFrom(filter.from)}${filter.level === null ? '' : ` ${printLevels(filter.level)}`}`;
}

function printFrom(from: From): string {
  switch (from.kind) {
    case 'anywhere':
      return '';
    case 'groups':
      return ` from ${printNames(from.groups, 'or')}`;
    case 'outside':
      return ` from outside ${printNames(from.groups, 'or')}`;
    case 'units':
      return ` from units ${printUnits(from.units)}`;
  }
}

/** `X, Y, Z`: units are listed with commas alone. */
export function printUnits(units: readonly string[]): string {
  return units.map((unit) => printNames([unit], ',')).join(', ');
}

function printLevels(levels: Interval): string {
  const name = (ordinal: number | null): string => (ordinal === null ? '' : formatLevel(ordinal as Level));
  if (levels.min === levels.max) return `at level ${name(levels.min)}`;
  return levels.max === null ? `at level ${name(levels.min)} or above` : `at level ${name(levels.max)} or below`;
}
