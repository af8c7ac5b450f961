/** Which positions a conjunction decides. */
export interface Extent {
  /** Ascending; contains every position that a part reads. */
  readonly positions: readonly number[];
  /**
   * Whether every path decides every position. Otherwise paths stop at the outcome ALWAYS once all the parts hold whatever
   * comes.
   */
  readonly complete: boolean;
}
