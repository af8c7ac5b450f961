import type { Issue } from '../../domain/issue.js';
import { formatSource } from '../../domain/source.js';
import type { Picture } from '../pictures/picture.js';
import { cellText, contentsOf, type Cell, type Sheet, type SheetPart, type TableColumn } from '../sheet.js';

/** The file of a picture, relative to the page; null where it has none. */
export type PictureFile = (picture: Picture) => string | null;

/**
 * A sheet as Markdown (GitHub's, for its tables): what stands in it is text, whatever characters it has. Pictures are
 * told in words, and shown where they have a file.
 */
export function renderMarkdown({ title, parts }: Sheet, fileOf: PictureFile = () => null): string {
  const start = title === '' ? [] : [`# ${escape(title)}`];
  return [...start, ...parts.map((part) => renderPart(part, fileOf, parts))].join('\n\n');
}

function renderPart(part: SheetPart, fileOf: PictureFile, all: readonly SheetPart[]): string {
  switch (part.kind) {
    case 'heading':
      return `${'#'.repeat(part.level)} ${escape(part.text)}`;
    case 'contents':
      return contentsOf(all)
        .map((text) => `- ${escape(text)}`)
        .join('\n');
    case 'attachment':
      return escape(part.words);
    case 'line':
      return escape(part.text);
    case 'list':
      return part.items.map((item, at) => `${part.numbered === true ? `${at + 1}.` : '-'} ${escape(item)}`).join('\n');
    case 'table':
      return renderTable(part.columns, part.rows);
    case 'issues':
      return part.issues.map(renderIssue).join('\n');
    case 'aside':
      return part.lines.map((text) => `> ${escape(text)}`).join('\n');
    case 'picture':
      return renderPicture(part.picture, fileOf(part.picture));
  }
}

function renderPicture({ title, description }: Picture, file: string | null): string {
  const words = `**${escape(title)}**: ${escape(description)}`;
  return file === null ? words : `![${escape(title)}](${encodeURI(file)})\n\n${words}`;
}

function renderTable(columns: readonly TableColumn[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ head }) => escape(head))),
    line(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...rows.map((row) => line(row.map(renderCell))),
  ].join('\n');
}

/** The indent of a nested statement is kept by spaces that do not collapse. */
function renderCell(cell: Cell): string {
  const text = cellText(cell);
  const indent = text.length - text.trimStart().length;
  const written = `${'&nbsp;'.repeat(indent)}${escape(text.trimStart())}`;
  return typeof cell === 'object' && cell !== null && cell.tone === 'bad' ? `**${written}**` : written;
}

function renderIssue({ severity, message, source }: Issue): string {
  return `- **${severity}** ${source === null ? '' : `${escape(formatSource(source))}: `}${escape(message)}`;
}

/** Characters that Markdown or HTML would act on, and line ends. */
function escape(text: string): string {
  return text.replace(/[\\`*_[\]<>|#~&]/g, String.raw`\$&`).replace(/\s*[\r\n]+\s*/g, ' ');
}
