import { itemAt } from '../../domain/item-at.js';
import { escapeXml } from './escape-xml.js';
import type { Picture } from './picture.js';

/** Several pictures as one, below one another in their order; one is left as it is. */
export function stackPictures(pictures: readonly [Picture, ...Picture[]]): Picture {
  const [first, ...others] = pictures;
  if (others.length === 0) return first;
  const title = pictures.map((it) => it.title).join('; ');
  const description = pictures.map((it) => it.description).join(' ');
  const sizes = pictures.map(sizeOf);
  const width = Math.max(...sizes.map((size) => size.width));
  let top = 0;
  const parts = pictures.map(({ svg }, at) => {
    const placed = placeAt(svg, top, itemAt(sizes, at));
    top += itemAt(sizes, at).height;
    return placed;
  });
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top}" role="img">`;
  return {
    title,
    description,
    svg: `${head}<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>${parts.join('')}</svg>`,
  };
}

/** The picture as a part of a page, below what stands there. */
function placeAt(svg: string, top: number, { width, height }: Size): string {
  return svg.replace(/^<svg([^>]*)>/, (_, given: string) => {
    const attributes = given.replace(/ (?:width|height)="[^"]*"/g, '');
    return `<svg x="0" y="${top}" width="${width}" height="${height}"${attributes}>`;
  });
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The page of a picture, as its view box says. */
function sizeOf({ title, svg }: Picture): Size {
  const [, width, height] = /^<svg[^>]*? viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  if (width === undefined || height === undefined) throw new Error(`the picture '${title}' has no view box`);
  return { width: Number(width), height: Number(height) };
}
