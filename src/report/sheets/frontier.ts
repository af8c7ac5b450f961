import type { PlanDocument } from '../documents/deliver.js';
import { heading, line, table, type SheetPart } from '../sheet.js';

/** The trade-off between units and hours, where it was asked for. */
export function frontierParts({
  frontier,
  frontierComplete,
}: Pick<PlanDocument, 'frontier' | 'frontierComplete'>): readonly SheetPart[] {
  if (frontier === undefined) return [];
  return [
    heading('Fewer units, more hours'),
    table(
      [{ head: 'Units', align: 'right' }, { head: 'Least GLH', align: 'right' }, { head: '' }],
      frontier.map(({ units, glh, status }) => [units, glh, status === 'optimal' ? '' : 'not proved']),
    ),
    ...(frontierComplete === true ? [] : [line('A limit ended the search: there may be more points.', 'caution')]),
  ];
}
