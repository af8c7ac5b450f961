import { csvCell } from '../csv-cell.js';
import type { OverlapDocument } from '../documents/overlap.js';

const HEAD = 'a,b,shared-units,shared-credits,shared-glh,joint-glh,separate-glh,saving-glh,status';

/** One row a pair of qualifications; what is not known stays empty. */
export function overlapCsv({ pairs }: OverlapDocument): string {
  const rows = pairs.map((pair) => {
    const { a, b, sharedUnits, sharedCredits, sharedGlh, jointGlh, separateGlh, savingGlh, status } = pair;
    const cells = [a, b, sharedUnits, sharedCredits, sharedGlh, jointGlh, separateGlh, savingGlh, status];
    return cells.map((cell) => csvCell(cell === null ? '' : String(cell))).join(',');
  });
  return [HEAD, ...rows].join('\n');
}
