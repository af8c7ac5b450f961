/** The kinds of document that can be read. */
export const DOCUMENT_KINDS = ['pdf', 'docx', 'xlsx', 'html', 'text', 'csv'] as const;

/** One of them. */
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

const BY_EXTENSION: Readonly<Record<string, DocumentKind>> = {
  pdf: 'pdf',
  docx: 'docx',
  docm: 'docx',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  txt: 'text',
  text: 'text',
  md: 'text',
  tsv: 'text',
  csv: 'csv',
};

const PDF = [0x25, 0x50, 0x44, 0x46];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];

/** What the bytes of a file say of its kind: `zip` may be either kind of Office document, `old-office` is none that can be read. */
export type Signature = 'pdf' | 'zip' | 'old-office' | 'plain';

/** The kind that the first bytes of a file show. */
export function signatureOf(bytes: Uint8Array): Signature {
  const begins = (mark: readonly number[]): boolean => mark.every((byte, index) => bytes[index] === byte);
  if (begins(PDF)) return 'pdf';
  if (begins(ZIP)) return 'zip';
  return begins(OLD_OFFICE) ? 'old-office' : 'plain';
}

/** The kind of a document by the name of its file; null when the name says nothing. */
export function kindByName(name: string): DocumentKind | null {
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return BY_EXTENSION[extension] ?? null;
}

/**
 * The kind of a document by its name, and by its bytes where the name says nothing.
 *
 * @example
 * ```ts
 * import { kindOf } from 'qualpath';
 *
 * console.log(kindOf('handbook.pdf', new Uint8Array()), kindOf('notes', new Uint8Array())); // pdf text
 * ```
 */
export function kindOf(name: string, bytes: Uint8Array): DocumentKind {
  const named = kindByName(name);
  if (named !== null) return named;
  const signature = signatureOf(bytes);
  if (signature === 'pdf') return 'pdf';
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  if (signature === 'zip') return /xl\//.test(String.fromCharCode(...bytes.subarray(0, 4000))) ? 'xlsx' : 'docx';
  return /^\s*<(?:!doctype html|html)/i.test(start) ? 'html' : 'text';
}
