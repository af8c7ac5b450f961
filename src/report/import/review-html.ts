import { describePlace } from '../../import/document.js';
import type { ReviewLine } from '../../import/review.js';
import type { ModelChanges } from '../../import/update/changes.js';
import type { ImportedDocument } from '../documents/import.js';
import { escapeXml } from '../pictures/escape-xml.js';

const STYLE = `body{font:15px/1.45 system-ui,sans-serif;margin:2rem;color:#1b1b1b;background:#fff}
table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{border-bottom:1px solid #ccc;padding:.3rem .6rem;text-align:left;vertical-align:top}
th{position:sticky;top:0;background:#f3f3f3}td:nth-child(1){white-space:nowrap;color:#555}td:nth-child(2){width:42%}
.open,.removed{background:#fde3df}.inferred,.remark{background:#fff4cf}.unit,.statement,.published{background:#eef7ee}.aside{color:#666}.heading{font-weight:600}
li{margin:.2rem 0}small{display:block;color:#7a4a00}
@media (prefers-color-scheme:dark){body{background:#1b1b1b;color:#eee}th{background:#333}.open,.removed{background:#5a2620}.inferred,.remark{background:#4d4210}.unit,.statement,.published{background:#1f3a24}.aside,td:nth-child(1){color:#aaa}small{color:#e8c27a}}`;

/**
 * The review as a page that needs nothing else: what is open first, then every line of the document beside its reading.
 *
 * @example
 * ```ts
 * import { importDocument, reviewHtml, valueOrThrow } from 'qualpath';
 *
 * const html = `<h1>Level 2 Award in Baking</h1><p>Learners must achieve at least 3 credits.</p>
 * <table><tr><th>Unit reference<th>Title<th>Level<th>Credit<th>GLH<tr><td>X 1<td>Bread<td>2<td>3<td>24</table>`;
 * const bytes = new TextEncoder().encode(html);
 * const { review } = valueOrThrow(await importDocument(bytes, 'html'));
 * console.log(reviewHtml([], review).startsWith('<!doctype html>')); // true
 * ```
 */
export function reviewHtml(qualifications: readonly ImportedDocument[], lines: readonly ReviewLine[]): string {
  const titles = qualifications.map(({ title }) => title).join(', ');
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Review: ${escapeXml(titles)}</title><style>${STYLE}</style></head>
<body>
<h1>Review of an import</h1>
<p>Red was not understood, or is no longer listed; yellow is inferred or has a remark, green was read, grey was passed over.</p>
${qualifications.map(summary).join('\n')}
<h2>The document, line by line</h2>
<table>
<thead><tr><th scope="col">Place</th><th scope="col">The document says</th><th scope="col">Read as</th></tr></thead>
<tbody>
${lines.map(row).join('\n')}
</tbody>
</table>
</body>
</html>
`;
}

function summary({
  title,
  id,
  units,
  statements,
  remarks,
  inferred,
  notUnderstood,
  changes,
}: ImportedDocument): string {
  const open = notUnderstood.map(({ place, text, why, perhaps }) => {
    const ways = perhaps.map((statement) => `<small>perhaps ${escapeXml(statement.join(' AND '))}</small>`).join('');
    return `<li>${escapeXml(`${place}: ${text} (${why})`)}${ways}</li>`;
  });
  return `<section>
<h2>${escapeXml(title)}</h2>
<p>${escapeXml(`${id}: ${units} units, ${statements} statements.`)}</p>
${changes === null ? '' : changed(changes)}${part('Not understood', open)}${part('To be looked at', remarks.map(item))}${part('Inferred, though no word says it', inferred.map(item))}</section>`;
}

/** What a new issue changed; the units stand in a table. */
function changed({ of, units, statements, others }: ModelChanges): string {
  const named = ({ ref, title }: { readonly ref: string; readonly title: string }): string => item(`${ref} ${title}`);
  const rows = units.changed.map(({ ref, field, before, after }) => {
    const cells = [ref, field, before ?? 'open', after ?? 'open'].map((text) => `<td>${escapeXml(text)}</td>`);
    return `<tr>${cells.join('')}</tr>`;
  });
  const table = `<h3>Units that changed</h3>\n<table><thead><tr><th scope="col">Unit</th><th scope="col">What</th><th scope="col">Before</th><th scope="col">Now</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>\n`;
  const unsaid = statements.unsaid.map(({ statement, stands }) =>
    item(`${statement} (${stands ? 'kept, to be looked at' : 'taken out, as it names what is not listed any more'})`),
  );
  const lists = [
    part(`Units that ${escapeXml(of)} did not list`, units.added.map(named)),
    part('Units that are no longer listed', units.removed.map(named)),
    rows.length === 0 ? '' : table,
    part('Statements that are new', statements.added.map(item)),
    part(
      'Statements that changed',
      statements.changed.map(({ before, after }) => item(`${before} → ${after}`)),
    ),
    part('Statements that the document does not say', unsaid),
    part('Besides', others.map(item)),
  ].join('');
  return lists === '' ? `<p>Nothing differs from ${escapeXml(of)}.</p>` : lists;
}

function part(words: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `<h3>${words}</h3>\n<ul>${items.join('')}</ul>\n`;
}

function item(text: string): string {
  return `<li>${escapeXml(text)}</li>`;
}

function row({ place, kind, text, reading, remarks }: ReviewLine): string {
  const colour = remarks.length > 0 && kind !== 'open' ? `${kind} remark` : kind;
  const notes = remarks.map((remark) => `<small>${escapeXml(remark)}</small>`).join('');
  return `<tr class="${colour}"><td>${escapeXml(describePlace(place))}</td><td>${escapeXml(text)}</td><td>${escapeXml(reading)}${notes}</td></tr>`;
}
