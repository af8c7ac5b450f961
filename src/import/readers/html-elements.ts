import type { DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;

/** Elements that stand on lines of their own. */
export const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary ul caption'.split(
    ' ',
  ),
);
/** Elements whose text is none of the word before it: the mark of a footnote behind a figure is no figure of it. */
const RAISED = new Set(['sup', 'sub']);

/** Whether the text of an element within a line is held apart from what stands around it. */
export function standsApart({ tagName }: Element): boolean {
  return RAISED.has(tagName) || tagName === 'br' || BLOCKS.has(tagName);
}
