import type { Statement } from '../../domain/statement.js';
import type { Standing } from '../../evaluate/standing.js';
import { printQuantity } from '../../notation/quantity.js';
import { printFilter } from '../../notation/unit-filter.js';

/** What a statement still misses, in its own unit: `4 more credits at level 3 or above`; nothing when it holds. */
export function describeMissing({ statement, missing, excess, holds, parts }: Standing): string {
  if (holds) return '';
  if (excess > 0) return `${excess} too many`;
  switch (statement.kind) {
    case 'amount':
    case 'of-each':
      return `${missing} more ${printQuantity(statement.quantity, missing)}${printFilter(statement.filter)}`;
    case 'share':
      return describeShare(statement, missing);
    case 'all-units':
    case 'linked':
      return `${missing} more ${missing === 1 ? 'unit' : 'units'}`;
    case 'groups-used':
      return `${missing} more ${missing === 1 ? 'group' : 'groups'}`;
    case 'needs':
      return parts.map(describeMissing).join(', ');
    case 'combination':
      return `${missing} more of its ${statement.parts.length} conditions`;
    case 'barred':
    case 'not-counted':
      return '';
  }
}

/** Where all must pass, nothing that is added helps: what is told is what does not pass. */
function describeShare({ percent, quantity, part }: Extract<Statement, { kind: 'share' }>, missing: number): string {
  if (percent.min !== null && percent.min >= 100) return `${missing} that do not count for it`;
  return `${missing} more ${printQuantity(quantity, missing)}${printFilter(part)}`;
}
