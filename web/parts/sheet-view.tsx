import type { ComponentChildren, JSX } from 'preact';
import type { Cell, Picture, Sheet, SheetPart, TableColumn } from '../../src/index.js';
import type { PageIssue } from '../engine/protocol.js';
import { useEffect, useRef } from 'preact/hooks';

/** An answer for people: headings, tables and pictures. What stands in it is text, whatever characters it has. */
export function SheetView({ sheet, level = 3 }: { sheet: Sheet; level?: number }): JSX.Element {
  return (
    <div class="sheet">
      {sheet.parts.map((part, at) => (
        <Part key={at} part={part} level={level} name={nameBefore(sheet.parts, at) ?? sheet.title} />
      ))}
    </div>
  );
}

function nameBefore(parts: readonly SheetPart[], at: number): string | undefined {
  return parts.slice(0, at).findLast((part) => part.kind === 'heading')?.text;
}

function Part({ part, level, name }: { part: SheetPart; level: number; name: string }): JSX.Element | null {
  switch (part.kind) {
    case 'heading':
      return <Heading level={level + part.level - 2}>{part.text}</Heading>;
    case 'contents':
    case 'attachment':
      return null;
    case 'line':
      return part.text === '' ? null : <p class={part.tone}>{part.text}</p>;
    case 'list': {
      const items = part.items.map((item, at) => <li key={at}>{item}</li>);
      return part.numbered === true ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return <Table columns={part.columns} rows={part.rows} name={name} />;
    case 'aside':
      return <p class="aside">{part.lines.join(' ')}</p>;
    case 'issues':
      return <IssueList issues={part.issues} />;
    case 'picture':
      return <PictureView picture={part.picture} />;
  }
}

function Heading({ level, children }: { level: number; children: ComponentChildren }): JSX.Element {
  if (level <= 3) return <h3>{children}</h3>;
  return level === 4 ? <h4>{children}</h4> : <h5>{children}</h5>;
}

function Table({
  columns,
  rows,
  name,
}: {
  columns: readonly TableColumn[];
  rows: readonly (readonly Cell[])[];
  name: string;
}): JSX.Element {
  return (
    <div class="scroll" role="group" tabIndex={0} aria-label={name === '' ? 'Table' : `Table: ${name}`}>
      <table>
        <thead>
          <tr>
            {columns.map(({ head, align }, at) =>
              head === '' ? (
                <td key={at} />
              ) : (
                <th key={at} scope="col" class={align === 'right' ? 'right' : ''}>
                  {head}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, place) => (
                <td key={place} class={classOf(cell, columns[place])}>
                  {textOf(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? cell.text : String(cell);
}

function classOf(cell: Cell, column: TableColumn | undefined): string {
  const right = column?.align === 'right' || typeof cell === 'number' ? 'right' : '';
  const tone = typeof cell === 'object' && cell !== null ? cell.tone : '';
  return `${right} ${tone}`.trim();
}

/** A picture, read as an image and never as a page: there is nothing in it that runs. */
export function PictureView({ picture: { title, description, svg } }: { picture: Picture }): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    place.current?.replaceChildren(document.importNode(parsed, true));
  }, [svg]);
  return (
    <figure>
      <div ref={place} class="picture" />
      <figcaption>
        {title}: {description}
      </figcaption>
    </figure>
  );
}

/** What is wrong or odd, each with its place. */
export function IssueList({ issues }: { issues: readonly PageIssue[] }): JSX.Element | null {
  if (issues.length === 0) return null;
  return (
    <ul class="issues">
      {issues.map(({ severity, message, source }, at) => (
        <li key={at} class={severity}>
          <strong>{WORDS[severity]}</strong>{' '}
          {source !== null && 'line' in source ? (
            <span class="quiet">
              {source.file}, line {source.line}:{' '}
            </span>
          ) : null}
          {message}
        </li>
      ))}
    </ul>
  );
}

const WORDS = { error: 'Error:', warning: 'Look at this:', note: 'Worth knowing:' };
