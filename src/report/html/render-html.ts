import type { Issue } from '../../domain/issue.js';
import { formatSource } from '../../domain/source.js';
import { escapeXml } from '../pictures/escape-xml.js';
import type { Picture } from '../pictures/picture.js';
import { cellText, contentsOf, type Cell, type Sheet, type SheetPart, type TableColumn } from '../sheet.js';
import { STYLE } from './style.js';

/** A cell of so many characters is kept on one line. */
const LONGEST_SHORT = 24;

/** A table of so many rows is not broken over two sheets of paper. */
const MOST_KEPT = 15;

/** Nothing is loaded from anywhere and nothing is run, whatever stands in a title. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * A sheet as one page that needs nothing else: no network, no scripts, pictures within it, each with the words that say
 * the same. What stands in the sheet is text, whatever characters it has.
 *
 * @example
 * ```ts
 * import { renderHtml } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { answers } = openShipped('level-1-certificate-customer-service');
 * console.log(renderHtml(answers.show().sheet()).startsWith('<!doctype html>')); // true
 * ```
 */
export function renderHtml({ title, parts }: Sheet): string {
  const name = title === '' ? 'qualpath' : title;
  const page = new Page(parts);
  const body = parts.map((part) => page.render(part)).join('\n');
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${escapeXml(name)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeXml(name)}</h1>
${body}
</main>
</body>
</html>
`;
}

/** What is being written: headings are counted, so that they can be led to, and tables are called by the one before them. */
class Page {
  readonly #chapters: readonly string[];
  #headings = 0;
  #heading = '';
  #tables = 0;

  constructor(parts: readonly SheetPart[]) {
    this.#chapters = contentsOf(parts);
  }

  render(part: SheetPart): string {
    switch (part.kind) {
      case 'heading':
        return this.#renderHeading(part);
      case 'contents':
        return this.#renderContents();
      case 'attachment':
        return `<p>${escapeXml(part.words)} <a href="data:application/json;charset=utf-8;base64,${base64(part.text)}" download="${escapeXml(part.name)}">Save ${escapeXml(part.name)}</a></p>`;
      case 'line':
        return `<p${classes(part.tone === 'plain' ? '' : part.tone)}>${escapeXml(part.text)}</p>`;
      case 'list':
        return renderList(part.items, part.numbered === true ? 'ol' : 'ul');
      case 'table':
        return this.#renderTable(part.columns, part.rows);
      case 'aside':
        return `<p class="aside">${part.lines.map(escapeXml).join('<br>')}</p>`;
      case 'issues':
        return part.issues.length === 0 ? '' : `<ul>${part.issues.map(renderIssue).join('')}</ul>`;
      case 'picture':
        return renderPicture(part.picture);
    }
  }

  #renderHeading({ text, level }: Extract<SheetPart, { kind: 'heading' }>): string {
    this.#heading = text;
    this.#tables = 0;
    if (level === 2) this.#headings += 1;
    const id = level === 2 ? ` id="part-${this.#headings}"` : '';
    return `<h${level}${id}>${escapeXml(text)}</h${level}>`;
  }

  #renderContents(): string {
    const links = this.#chapters.map((text, at) => `<li><a href="#part-${at + 1}">${escapeXml(text)}</a></li>`);
    return `<nav aria-label="Contents"><p>Contents</p><ul>${links.join('')}</ul></nav>`;
  }

  #renderTable(columns: readonly TableColumn[], rows: readonly (readonly Cell[])[]): string {
    this.#tables += 1;
    const name = `${this.#heading === '' ? 'Table' : `Table: ${this.#heading}`}${this.#tables === 1 ? '' : `, ${this.#tables}`}`;
    const heads = columns.map((column) => {
      const given = classes(column.align === 'right' ? 'right' : '');
      return column.head === '' ? `<td${given}></td>` : `<th scope="col"${given}>${escapeXml(column.head)}</th>`;
    });
    const lines = rows.map((row) => `<tr>${row.map((cell, at) => renderCell(cell, columns[at])).join('')}</tr>`);
    const body = lines.join('\n');
    const wide = classes(columns.some(({ flexible }) => flexible === true) ? 'wide' : '');
    const whole = rows.length <= MOST_KEPT ? 'table whole' : 'table';
    return `<div class="${whole}" role="group" tabindex="0" aria-label="${escapeXml(name)}"><table${wide}>\n<thead><tr>${heads.join('')}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table></div>`;
  }
}

function renderCell(cell: Cell, column: TableColumn | undefined): string {
  const text = cellText(cell);
  const place = placeOf(cell, column);
  const short = place === '' && text.length <= LONGEST_SHORT ? 'short' : '';
  const indent = text.length - text.trimStart().length;
  const given = classes(place, short, toneOf(cell));
  return `<td${given}${exactlyOf(cell)}>${'&#160;'.repeat(indent)}${escapeXml(text.trimStart())}</td>`;
}

function placeOf(cell: Cell, column: TableColumn | undefined): string {
  if (column?.align === 'right' || typeof cell === 'number') return 'right';
  return column?.flexible === true ? 'flexible' : '';
}

function toneOf(cell: Cell): string {
  if (typeof cell !== 'object' || cell === null) return '';
  return cell.tone === 'plain' ? '' : cell.tone;
}

/** The figure in full, where the text shortens it. */
function exactlyOf(cell: Cell): string {
  if (typeof cell !== 'object' || cell?.exact === undefined) return '';
  return cell.exact === cell.text.replaceAll(',', '') ? '' : ` title="${escapeXml(cell.exact)}"`;
}

function renderList(items: readonly string[], element: 'ol' | 'ul'): string {
  return `<${element}>${items.map((item) => `<li>${escapeXml(item)}</li>`).join('')}</${element}>`;
}

function renderIssue({ severity, message, source }: Issue): string {
  const place = source === null ? '' : `${escapeXml(formatSource(source))}: `;
  return `<li><strong>${escapeXml(severity)}</strong> ${place}${escapeXml(message)}</li>`;
}

/** The picture has its title and description in itself; the same words stand below it for everybody. */
function renderPicture({ title, description, svg }: Picture): string {
  return `<figure>${svg}<figcaption>${escapeXml(title)}: ${escapeXml(description)}</figcaption></figure>`;
}

function classes(...names: readonly string[]): string {
  const given = names.filter((name) => name !== '');
  return given.length === 0 ? '' : ` class="${given.join(' ')}"`;
}

/** Bytes of UTF-8 as base64, wherever this runs. */
function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
