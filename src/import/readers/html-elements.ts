import type { DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type TextNode = DefaultTreeAdapterTypes.TextNode;

/** Elements that stand on lines of their own. */
export const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary ul caption'.split(
    ' ',
  ),
);
/** Elements whose text is none of the word before it: the mark of a footnote behind a figure is no figure of it. */
const RAISED = new Set(['sup', 'sub']);
const STRUCK = new Set(['del', 's', 'strike']);

/** The words of a text; those that are struck out are marked, so that they are kept and read as nothing. */
export function wordsOf(node: TextNode): string {
  return /\S/.test(node.value) && isStruckOut(node) ? ` [struck out: ${node.value.trim()}] ` : node.value;
}

function isStruckOut(node: TextNode): boolean {
  for (let above = node.parentNode; above !== null && 'tagName' in above; above = above.parentNode) {
    if (
      STRUCK.has(above.tagName) ||
      above.attrs.some(({ name, value }) => name === 'style' && /line-through/i.test(value))
    )
      return true;
  }
  return false;
}

/** Whether the text of an element within a line is held apart from what stands around it. */
export function standsApart({ tagName }: Element): boolean {
  return RAISED.has(tagName) || tagName === 'br' || BLOCKS.has(tagName);
}

const UNSEEN = /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)/i;

/** Whether a page says that an element is not shown. What a style sheet hides cannot be told. */
export function isHidden({ attrs }: Element): boolean {
  return attrs.some(({ name, value }) => name === 'hidden' || (name === 'style' && UNSEEN.test(value)));
}

/** What is said of text that a page does not show. */
export const HIDDEN = 'hidden on the page; it is left out';
