import type { SourceDocument } from '../document.js';
import { readHtmlDocument } from './html.js';

/** Reads a Word document: paragraphs, lists and tables, without what stands in headers, footers and pictures. */
export async function readDocxDocument(bytes: Uint8Array, file: string): Promise<SourceDocument> {
  const { default: mammoth } = await import('mammoth');
  const convertImage = mammoth.images.imgElement(async () => Promise.resolve({ src: '' }));
  // Its build for Node takes a buffer, and the one for browsers an array buffer; each ignores the other.
  const input = { buffer: bytes, arrayBuffer: bytes.slice().buffer } as unknown as { arrayBuffer: ArrayBuffer };
  const { value } = await mammoth.convertToHtml(input, { convertImage });
  return readHtmlDocument(value, file);
}
