import type { Validity } from '../../domain/date.js';
import { parseLevel } from '../../domain/level.js';
import type { Place } from '../../domain/source.js';
import { PUBLISHED_FIGURES, type Published, type PublishedFigure } from '../../domain/published.js';
import type { ParameterDeclaration, Specification } from '../../domain/specification.js';
import type { Statement, Threshold } from '../../domain/statement.js';
import type { ModelShape } from './model-schema.js';
import type { UnitListing } from '../units/unit-listing.js';
import { groupKey } from './group-name.js';

/** What a specification is made of besides the shape of its model. */
export interface Parts {
  readonly id: string;
  readonly file: string;
  /** Groups in the order of the file; data as such does not keep the order of names that look like numbers. */
  readonly groups: ReadonlyMap<string, Place>;
  readonly parameters: ReadonlyMap<string, ParameterDeclaration>;
  readonly valid: Validity | null;
  readonly units: UnitListing;
  readonly rule: readonly Statement<Threshold>[];
  readonly titles: Specification['titles'];
}

/** Puts a specification together; nothing is checked any more. */
export function assemble(shape: ModelShape, parts: Parts): Specification {
  return {
    id: parts.id,
    title: shape.title,
    awardingOrganisation: shape['awarding-organisation'] ?? null,
    number: shape.number?.trim() ?? null,
    level: shape.level === undefined ? null : parseLevel(String(shape.level)),
    ...(parts.valid === null ? {} : { valid: parts.valid }),
    groups: new Map([...parts.groups.keys()].map((name) => [name, shape.groups[name] ?? ''])),
    rows: parts.units.rows,
    rule: parts.rule,
    titles: parts.titles,
    parameters: parts.parameters,
    equivalentsAccepted: shape.equivalents !== 'none',
    published: assemblePublished(shape.published, [...parts.groups.keys()]),
    sources: (shape.sources ?? []).map(({ document, section = null }) => ({ document, section })),
    notes: shape.notes ?? [],
    columns: parts.units.columns,
    file: parts.file,
  };
}

/** The parameters of a model by name, in the order of the file; without bounds and notes while the shape is not right. */
export function declareParameters(
  shape: ModelShape | null,
  places: ReadonlyMap<string, Place>,
): ReadonlyMap<string, ParameterDeclaration> {
  return new Map(
    [...places].map(([name, place]) => {
      const declared = shape?.parameters?.[name];
      return [
        name,
        { name, min: declared?.min ?? null, max: declared?.max ?? null, note: declared?.note ?? null, place },
      ];
    }),
  );
}

function assemblePublished(shape: ModelShape['published'], groups: readonly string[]): Published {
  const ofGroups = (key: 'group-totals' | 'group-required'): Published['groupTotals'] =>
    new Map(
      Object.entries(shape?.[key] ?? {}).map(([name, { credits = null, glh = null, units = null }]) => {
        const declared = groups.find((group) => groupKey(group) === groupKey(name));
        return [declared ?? name, { credits, glh, units }] as const;
      }),
    );
  const figures = PUBLISHED_FIGURES.flatMap((key): (readonly [PublishedFigure, number | bigint])[] => {
    const printed = shape?.[key];
    if (printed === undefined) return [];
    return [[key, key === 'pathways' ? BigInt(printed) : Number(printed)]];
  });
  return {
    figures: new Map(figures),
    groupTotals: ofGroups('group-totals'),
    groupRequired: ofGroups('group-required'),
  };
}
