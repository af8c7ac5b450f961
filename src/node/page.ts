import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Equivalence } from '../domain/identity.js';
import { failure, success, type Result } from '../domain/result.js';
import { readKnown } from '../import/update/known-model.js';
import { readModel } from '../read/model/model-file.js';
import { csvCell } from '../report/csv-cell.js';
import { knownModel } from './known-model.js';

/** The page as it was built; two folders up from here, whether this is the source, the built library, or the bundled command. */
const TEMPLATE = fileURLToPath(new URL('../../dist/page.html', import.meta.url));

const PLACE = '%CARRIED%';

/** A qualification as the page carries it. */
export interface CarriedQualification {
  readonly id: string;
  /** The model file, YAML. */
  readonly model: string;
  /** The unit table, CSV; empty where the model lists its units itself. */
  readonly units: string;
}

/**
 * A qualification with its texts as they stand, right or wrong: the page says what is wrong with them. A table in a
 * workbook becomes CSV. Errors: no such model, a folder of versions, a file that cannot be read.
 */
export function carriedModel(idOrPath: string): Result<CarriedQualification> {
  const known = knownModel(idOrPath);
  if (!known.ok) return known;
  const { id, text, openUnits } = known.value;
  let units = '';
  let inWorkbook = false;
  const read = readModel(text, {
    ...known.value,
    openUnits: (path, named, sheet) => {
      const table = openUnits(path, named, sheet);
      if (table.text.ok && typeof table.text.value === 'string') units = table.text.value;
      else inWorkbook = table.text.ok;
      return table;
    },
  });
  if (!inWorkbook) return success({ id, model: text, units });
  if (!read.ok) return failure(read.issues);
  const whole = readKnown(known.value);
  if (!whole.ok) return failure(whole.issues);
  const { header, rows } = whole.value.table;
  return success({ id, model: text, units: [header, ...rows].map(csvLine).join('') });
}

/** The page with qualifications in it: one file that needs nothing else. */
export function renderPage(
  qualifications: readonly CarriedQualification[],
  equivalences: readonly Equivalence[],
): string {
  const rows = equivalences.map(({ unit, other, kind, basis }) => csvLine([unit, other, kind, basis]));
  const table = rows.length === 0 ? '' : [csvLine(['unit', 'other', 'kind', 'basis']), ...rows].join('');
  // Within an element of script, only this mark could end it.
  const carried = JSON.stringify({ qualifications, equivalences: table }).replaceAll('<', '\\u003c');
  const [before, after] = readFileSync(TEMPLATE, 'utf8').split(PLACE);
  if (before === undefined || after === undefined) throw new Error('the page has no place for what it carries');
  return `${before}${carried}${after}`;
}

/**
 * Serves a page to this machine alone: on the loopback address, at its root, to whoever asks for it by that address.
 * Resolves with the address once it can be opened. `port` 0 takes whichever is free.
 */
export async function servePage(
  page: string,
  port: number,
): Promise<{ readonly server: Server; readonly address: string }> {
  const server = createServer((request, response) => {
    const host = request.headers.host?.replace(/:\d+$/, '') ?? '';
    const isOwn = host === '127.0.0.1' || host === 'localhost';
    if (!isOwn || request.url !== '/' || request.method !== 'GET') {
      response.writeHead(isOwn ? 404 : 403, { 'content-type': 'text/plain' }).end('There is only the page itself.\n');
      return;
    }
    response
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      })
      .end(page);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return { server, address: `http://127.0.0.1:${taken}/` };
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\n`;
}
