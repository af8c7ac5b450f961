import { referenceKey } from '../domain/reference.js';
import type { Figure, UnitRow } from '../domain/unit.js';
import type { Columns } from './columns.js';
import type { DraftTotal, DraftUnit, QualificationDraft, Remark } from './draft.js';
import type { FoundQualification, FoundTable, FoundTotal } from './survey/found.js';
import { readRule, type RuleReading } from './read-rule.js';
import { readUnits } from './read-units.js';
import { addUp } from './rule-context.js';
import { figureIn } from './shapes.js';

/** A draft and how its sentences were read, for the review. */
export interface Built {
  readonly found: FoundQualification;
  readonly draft: QualificationDraft;
  readonly rule: RuleReading;
  /** How many units of the model that is updated were found again. */
  readonly again: number;
}

/** Makes a draft of what a document says about one qualification. `fallback` is its title where the document has none, `known` are the units of a model that is updated. */
export function buildDraft(
  found: FoundQualification,
  fallback: string,
  sources: readonly string[],
  known: readonly UnitRow<Figure>[] = [],
): Built {
  const { units, columns, groupTitles, remarks, lost, found: again } = readUnits(found.tables, found.level, known);
  const groups = groupsOf(found, units, groupTitles);
  const context = { title: found.title, groups, units, parameters: new Set<string>() };
  const rule = readRule(found.sentences, context);
  const totals = found.totals.flatMap((total) => totalOf(total, columns));
  const rows = found.lost.map(({ index, place, text }) => {
    return { kind: 'row' as const, index, place, text, why: 'its cells fit no table of units', perhaps: [] };
  });
  const draft: QualificationDraft = {
    title: found.title ?? fallback,
    level: found.level,
    groups,
    units,
    statements: rule.statements,
    parameters: rule.parameters,
    published: rule.published,
    totals,
    noEquivalents: rule.noEquivalents,
    sources,
    remarks: [
      ...untitled(found),
      ...ruleless(rule),
      ...found.remarks,
      ...remarks,
      ...units.flatMap((unit) => unit.remarks.map((text) => ({ place: unit.place, text: `${unit.ref}: ${text}` }))),
      ...found.totals.flatMap((total) => checkTotal(total, columns, units)),
      ...nearlyEqual(units),
      ...rule.remarks,
    ],
    notUnderstood: [...rows, ...lost, ...rule.notUnderstood],
  };
  return { found, draft, rule, again };
}

function untitled({ title }: FoundQualification): readonly Remark[] {
  return title === null
    ? [{ place: null, text: 'No title of a qualification was found; the name of the file stands for it.' }]
    : [];
}

/** A model without a rule cannot be read, so what is to be written is said here. */
function ruleless({ statements, notUnderstood }: RuleReading): readonly Remark[] {
  if (statements.length + notUnderstood.length > 0) return [];
  const text =
    "No rule was found, only units; write its statements below 'rule:' of the model, as '- at least 37 credits', before you check it.";
  return [{ place: null, text }];
}

/** Groups with units, in the order of the document; columns of the table may name some that no heading has. */
function groupsOf(
  { groups }: FoundQualification,
  units: readonly DraftUnit[],
  titles: ReadonlyMap<string, string>,
): FoundQualification['groups'] {
  const used = [...new Set(units.map(({ group }) => group))];
  const headed = groups.filter(({ name }) => used.includes(name));
  const others = used.filter((name) => !headed.some((group) => group.name === name));
  return [...headed, ...others.map((name) => ({ name, title: titles.get(name) ?? '', place: null }))];
}

function totalOf(
  { group, table, cells }: FoundTotal,
  columns: ReadonlyMap<FoundTable, Columns>,
): readonly DraftTotal[] {
  const kinds = table === null ? undefined : columns.get(table)?.kinds;
  if (kinds === undefined) return [];
  const cell = (kind: 'credit' | 'glh'): string | null => {
    const at = kinds.indexOf(kind);
    return at === -1 ? null : figureIn(cells[at] ?? '');
  };
  const [credits, glh] = [cell('credit'), cell('glh')];
  return credits === null && glh === null ? [] : [{ group, credits, glh }];
}

/** Sets printed totals beside the sums of what was read. */
function checkTotal(
  total: FoundTotal,
  columns: ReadonlyMap<FoundTable, Columns>,
  units: readonly DraftUnit[],
): readonly Remark[] {
  return totalOf(total, columns).flatMap(({ group, credits, glh }) => {
    const listed = units.filter((unit) => unit.group === group);
    const differs = (name: string, printed: string | null, figures: readonly string[]): readonly Remark[] => {
      if (printed === null || figures.includes('TBC')) return [];
      const sum = addUp(figures);
      if (sum === String(Number(printed))) return [];
      return [
        {
          place: total.place,
          text: `The document prints a total of ${printed} ${name} for group ${group}; the units that were read come to ${sum}.`,
        },
      ];
    };
    return [
      ...differs(
        'credits',
        credits,
        listed.map((unit) => unit.credit),
      ),
      ...differs(
        'GLH',
        glh,
        listed.map((unit) => unit.glh),
      ),
    ];
  });
}

/** References that differ by letters that look like figures, and one reference with different figures or titles. */
function nearlyEqual(units: readonly DraftUnit[]): readonly Remark[] {
  const first = new Map<string, DraftUnit>();
  return units.flatMap((unit) => {
    const key = referenceKey(unit.ref)
      .replaceAll('O', '0')
      .replace(/[IL](?=\d)|(?<=\d)[IL]/g, '1');
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, unit);
      return [];
    }
    if (referenceKey(before.ref) !== referenceKey(unit.ref)) {
      return [
        {
          place: unit.place,
          text: `The references ${before.ref} and ${unit.ref} are nearly equal; are they one unit?`,
        },
      ];
    }
    const differs = (['title', 'level', 'credit', 'glh'] as const).find((key_) => before[key_] !== unit[key_]);
    if (differs === undefined) return [];
    return [
      {
        place: unit.place,
        text: `${unit.ref} has the ${differs} '${unit[differs]}' here and '${before[differs]}' in group ${before.group}.`,
      },
    ];
  });
}
