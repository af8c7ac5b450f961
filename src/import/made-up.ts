/** What is said of a unit without a reference in its document. */
export const MADE_UP = 'The document gives no reference for this unit; this one is made up.';
