import { formatIssue } from './format-issue.js';
import { cellText, contentsOf, type Cell, type Sheet, type SheetPart, type Tone } from '../sheet.js';
import type { Page, Palette } from './palette.js';
import { renderTable } from './table.js';
import { wrap } from './wrap.js';

/**
 * A sheet as text for a page: every line but those of issues within its width, headings and tones in its colours.
 * Without a title it begins with its first part.
 *
 * @example
 * ```ts
 * import { openShipped, PLAIN, renderSheet } from 'qualpath/node';
 *
 * const level1 = openShipped('level-1-certificate-customer-service');
 * const answer = await level1.answers.pathway();
 * console.log(renderSheet(answer.sheet(), { width: 80, palette: PLAIN }).split('\n')[1]); // Least new guided learning hours: 120, then least new units: 7
 * ```
 */
export function renderSheet({ title, parts }: Sheet, page: Page): string {
  const blocks = parts.map((part) => ({ part, text: renderPart(part, page, parts) }));
  const [first, ...others] = blocks;
  const start = title === '' ? [] : [page.palette.bold(wrap(title, page.width))];
  if (first === undefined) return start.join('');
  let text = [...start, first.text].join(first.part.kind === 'line' ? '\n' : '\n\n');
  let before = first.part;
  for (const block of others) {
    text += `${standsApart(block.part, before) ? '\n\n' : '\n'}${block.text}`;
    before = block.part;
  }
  return text;
}

/** Lines follow one another, and issues; tables and sections are set off, but for what is right under a heading. */
function standsApart(part: SheetPart, before: SheetPart): boolean {
  if (before.kind === 'heading') return false;
  if (before.kind === 'issues') return part.kind === 'heading';
  return part.kind !== 'line' || before.kind !== 'line';
}

function renderPart(part: SheetPart, page: Page, all: readonly SheetPart[]): string {
  const { palette, width } = page;
  switch (part.kind) {
    case 'heading':
      return palette.bold(wrap(part.text, width));
    case 'contents':
      return contentsOf(all)
        .map((text) => `  - ${wrap(text, width - 4, '    ')}`)
        .join('\n');
    case 'attachment':
      return wrap(part.words, width);
    case 'line':
      return colour(palette, part.tone)(wrap(part.text, width));
    case 'list':
      return part.items.map((item, at) => renderItem(item, part.numbered === true ? at + 1 : null, width)).join('\n');
    case 'table':
      return renderTable(
        part.columns,
        part.rows.map((row) => row.map((cell) => renderCell(cell, palette))),
        page,
      );
    case 'issues':
      return part.issues.map(formatIssue).join('\n');
    case 'aside':
      return part.lines.map((text) => wrap(text, width)).join('\n');
    case 'picture':
      return palette.dim(wrap(`${part.picture.title}: ${part.picture.description}`, width));
  }
}

function renderItem(item: string, number: number | null, width: number): string {
  const mark = number === null ? '  - ' : `${String(number).padStart(3)}. `;
  return `${mark}${wrap(item, width - mark.length, ' '.repeat(mark.length))}`;
}

function renderCell(cell: Cell, palette: Palette): string {
  const text = cellText(cell);
  return typeof cell === 'object' && cell !== null ? colour(palette, cell.tone)(text) : text;
}

function colour(palette: Palette, tone: Tone): (text: string) => string {
  const colours = {
    plain: (text: string) => text,
    good: palette.good,
    bad: palette.bad,
    caution: palette.caution,
    quiet: palette.dim,
  };
  return colours[tone];
}
