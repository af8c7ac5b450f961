import { itemAt } from '../../domain/item-at.js';
import type { OverlapDocument } from '../documents/overlap.js';
import type { Picture } from './picture.js';

const CELL = 44;
const LABEL = 260;
const HEAD = 40;
const DARKEST = 0.85;

/** How many units each two qualifications share, as squares that are the darker the more they share. */
export function overlapMatrix({ qualifications, pairs }: OverlapDocument): Picture {
  const title = 'Units shared by each two qualifications';
  const most = Math.max(0, ...pairs.map(({ sharedUnits }) => sharedUnits));
  const top = pairs.find(({ sharedUnits }) => sharedUnits === most && most > 0);
  const description =
    top === undefined
      ? 'No two of them share a unit.'
      : `${top.a} and ${top.b} share most: ${most} ${most === 1 ? 'unit' : 'units'}.`;
  const size = qualifications.length;
  const [width, height] = [LABEL + size * CELL, HEAD + size * CELL];
  const cells = pairs.flatMap(({ a, b, sharedUnits }) => {
    const [row, column] = [qualifications.indexOf(a), qualifications.indexOf(b)];
    return [cell(row, column, sharedUnits, most), cell(column, row, sharedUnits, most)];
  });
  const body = [...qualifications.map((_, at) => labels(at, itemAt(qualifications, at))), ...cells].join('');
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
    `role="img" font-family="sans-serif" font-size="12"><title>${escape(title)}</title><desc>${escape(description)}</desc>${body}</svg>`;
  return { title, description, svg };
}

function cell(row: number, column: number, shared: number, most: number): string {
  const [x, y] = [LABEL + column * CELL, HEAD + row * CELL];
  const shade = most === 0 ? 0 : (DARKEST * shared) / most;
  const ink = shade > DARKEST / 2 ? '#fff' : '#222';
  return (
    `<rect x="${x}" y="${y}" width="${CELL - 2}" height="${CELL - 2}" fill="#1b4f8a" fill-opacity="${shade.toFixed(2)}" stroke="#bbb"/>` +
    `<text x="${x + CELL / 2 - 1}" y="${y + CELL / 2 + 4}" text-anchor="middle" fill="${ink}">${shared}</text>`
  );
}

/** Columns carry the numbers that the rows begin with, as names are too long to stand above a square. */
function labels(at: number, id: string): string {
  const middle = at * CELL + CELL / 2 + 4;
  return (
    `<text x="${LABEL - 8}" y="${HEAD + middle}" text-anchor="end" fill="#222">${at + 1} ${escape(id)}</text>` +
    `<text x="${LABEL + middle - 5}" y="${HEAD - 12}" text-anchor="middle" fill="#222">${at + 1}</text>`
  );
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
