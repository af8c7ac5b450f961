/** Thrown where a page nests deeper than any that people write. */
export class TooDeep extends Error {}

/** How deep elements may nest. */
export const DEEPEST = 400;
