import type { BenchDocument } from './documents/bench.js';
import { toJson } from './json/to-json.js';
import { renderMarkdown } from './markdown/render-markdown.js';
import type { Picture } from './pictures/picture.js';
import { benchSheet } from './sheets/bench.js';

/** A file of the results of a benchmark, by its name within their folder. */
export interface ResultFile {
  readonly name: string;
  readonly text: string;
}

/** The results as files: a page, its pictures, and the document. */
export function benchFiles(document: BenchDocument): readonly ResultFile[] {
  const sheet = benchSheet(document);
  const pictures = sheet.parts.flatMap((part) => (part.kind === 'picture' ? [part.picture] : []));
  return [
    { name: 'RESULTS.md', text: `${renderMarkdown(sheet, fileOf)}\n` },
    { name: 'results.json', text: `${toJson(document, 2)}\n` },
    ...pictures.map((picture) => ({ name: fileOf(picture), text: `${picture.svg}\n` })),
  ];
}

function fileOf({ title }: Picture): string {
  return `${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.svg`;
}
