import { formatFigure } from '../../domain/quantity.js';
import type { Figure } from '../../domain/unit.js';
import type { Cell } from '../sheet.js';

/** A figure of a unit: a number, or in words that it is not known. */
export function figureCell(figure: Figure | null): Cell {
  return typeof figure === 'number' ? figure : formatFigure(figure);
}
