import { formatLevel } from '../../domain/level.js';
import { openNames } from '../../domain/open-names.js';
import type { Specification } from '../../domain/specification.js';
import { printStatement } from '../../notation/print-statement.js';
import { sourceDocument, type SourceDocument } from './statement.js';

/** A qualification as its document gives it. Open figures are null, with their names under `open`. */
export interface ShowDocument {
  readonly id: string;
  readonly title: string;
  readonly awardingOrganisation: string | null;
  /** Ofqual qualification number. */
  readonly number: string | null;
  readonly level: string | null;
  /** The days on which it may be started; null for no bound. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** The days of all versions, where the qualification has several; what is shown is the last of them. */
  readonly versions?: readonly string[];
  readonly groups: readonly { readonly group: string; readonly title: string }[];
  readonly units: readonly {
    readonly ref: string;
    readonly urn: string | null;
    readonly title: string;
    readonly group: string;
    readonly level: string | null;
    readonly credit: number | null;
    readonly glh: number | null;
  }[];
  readonly rule: readonly { readonly statement: string; readonly source: SourceDocument }[];
  /** Titles that a learner may earn, with what each asks for besides the rule. */
  readonly titles: readonly { readonly title: string; readonly statements: readonly string[] }[];
  readonly open: readonly {
    readonly name: string;
    readonly min: number | null;
    readonly max: number | null;
    readonly note: string | null;
  }[];
  readonly equivalents: 'accepted' | 'none';
  readonly notes: readonly string[];
  readonly sources: readonly { readonly document: string; readonly section: string | null }[];
}

/** Everything that a model says. */
export function showDocument(specification: Specification, versions: readonly string[] = []): ShowDocument {
  const { id, title, awardingOrganisation, number, level, groups, rows, rule, titles, notes, sources } = specification;
  return {
    id,
    title,
    awardingOrganisation,
    number,
    level: level === null ? null : formatLevel(level),
    validFrom: specification.valid?.from ?? null,
    validTo: specification.valid?.to ?? null,
    ...(versions.length === 0 ? {} : { versions }),
    groups: [...groups].map(([group, name]) => ({ group, title: name })),
    units: rows.map((row) => ({
      ref: row.ref,
      urn: row.urn,
      title: row.title,
      group: row.group,
      level: row.level === null ? null : formatLevel(row.level),
      credit: typeof row.credit === 'number' ? row.credit : null,
      glh: typeof row.glh === 'number' ? row.glh : null,
    })),
    rule: rule.map((statement) => ({ statement: printStatement(statement), source: sourceDocument(statement.source) })),
    titles: [...titles].map(([name, statements]) => ({ title: name, statements: statements.map(printStatement) })),
    open: openNames(specification).map(({ name, min, max, note }) => ({ name, min, max, note })),
    equivalents: specification.equivalentsAccepted ? 'accepted' : 'none',
    notes,
    sources,
  };
}
