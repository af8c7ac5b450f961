import { itemAt } from './item-at.js';
import type { Column, LinearExpression } from './linear-program.js';

/** The least and the greatest value of an expression; both are reached, since columns move independently here. */
export interface ActivityRange {
  readonly least: number;
  readonly greatest: number;
}

/** How far an expression can reach while every column stays within its bounds and no row is looked at. */
export function activityRange({ terms, constant }: LinearExpression, columns: readonly Column[]): ActivityRange {
  let [least, greatest] = [constant, constant];
  for (const { column, factor } of terms) {
    const { lower, upper } = itemAt(columns, column);
    least += factor * (factor > 0 ? lower : upper);
    greatest += factor * (factor > 0 ? upper : lower);
  }
  return { least, greatest };
}
