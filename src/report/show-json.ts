import { formatLevel } from '../domain/level.js';
import { openNames, type Specification } from '../domain/specification.js';
import { printStatement } from '../notation/print-statement.js';

/** The JSON document of `show`: open values are written as null, with their names under `open`. */
export function showJson(specification: Specification): object {
  const { id, title, awardingOrganisation, number, level, groups, rows, rule, notes, sources } = specification;
  return {
    id,
    title,
    awardingOrganisation,
    number,
    level: level === null ? null : formatLevel(level),
    groups: [...groups].map(([group, name]) => ({ group, title: name })),
    units: rows.map((row) => ({
      ref: row.ref,
      urn: row.urn,
      title: row.title,
      group: row.group,
      level: formatLevel(row.level),
      credit: typeof row.credit === 'number' ? row.credit : null,
      glh: typeof row.glh === 'number' ? row.glh : null,
    })),
    rule: rule.map((statement) => ({ statement: printStatement(statement), source: statement.source })),
    open: openNames(specification).map(({ name, min, max, note }) => ({ name, min, max, note })),
    equivalents: specification.equivalentsAccepted ? 'accepted' : 'none',
    notes,
    sources,
  };
}
