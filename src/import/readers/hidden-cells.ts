import { strFromU8, unzipSync } from 'fflate';

/** What a workbook does not show of one sheet; rows and columns count from 1. */
export interface HiddenCells {
  readonly sheet: boolean;
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<number>;
}

const PARTS = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/;
/** The columns that a sheet may have. */
const MOST_COLUMNS = 16_384;

/** What a workbook hides, by the names of its sheets; sheets that hide nothing are not among them. */
export function hiddenCells(bytes: Uint8Array): ReadonlyMap<string, HiddenCells> {
  const parts = unzipSync(bytes, { filter: ({ name }) => PARTS.test(name) });
  const textOf = (name: string): string => (parts[name] === undefined ? '' : strFromU8(parts[name]));
  const paths = new Map(
    tags(textOf('xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  const sheets = tags(textOf('xl/workbook.xml'), 'sheet').flatMap(
    (tag): readonly (readonly [string, HiddenCells])[] => {
      const path = paths.get(attribute(tag, 'r:id'));
      const name = attribute(tag, 'name');
      if (name === null || path === undefined || path === null) return [];
      const text = textOf(path.startsWith('/') ? path.slice(1) : `xl/${path}`);
      const hidden = {
        sheet: /hidden/i.test(attribute(tag, 'state') ?? ''),
        rows: hiddenRows(text),
        columns: hiddenColumns(text),
      };
      return hidden.sheet || hidden.rows.size > 0 || hidden.columns.size > 0 ? [[name, hidden]] : [];
    },
  );
  return new Map(sheets);
}

function tags(xml: string, name: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])([^>]*)>`, 'g'))].map(([tag]) => tag);
}

function attribute(tag: string, name: string): string | null {
  const value = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  const text = value?.[1] ?? value?.[2];
  return text === undefined ? null : unescape(text);
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function unescape(text: string): string {
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

function isHidden(tag: string, size: string): boolean {
  const hidden = attribute(tag, 'hidden');
  const extent = attribute(tag, size);
  return hidden === '1' || hidden === 'true' || (extent !== null && Number(extent) === 0);
}

/** A row without a number of its own stands below the one before. */
function hiddenRows(xml: string): ReadonlySet<number> {
  const hidden = new Set<number>();
  let number = 0;
  for (const [tag] of xml.matchAll(/<(?:\w+:)?row(?=[\s/>])[^>]*>/g)) {
    const own = Number(attribute(tag, 'r'));
    number = own > 0 ? own : number + 1;
    if (isHidden(tag, 'ht')) hidden.add(number);
  }
  return hidden;
}

function hiddenColumns(xml: string): ReadonlySet<number> {
  const hidden = new Set<number>();
  for (const tag of tags(xml, 'col').filter((it) => isHidden(it, 'width'))) {
    const [first, last] = [Number(attribute(tag, 'min')), Number(attribute(tag, 'max'))];
    for (let at = first; at <= Math.min(last, MOST_COLUMNS); at += 1) hidden.add(at);
  }
  return hidden;
}
