/** A picture as plain SVG, with the text that says the same for whoever does not see it. */
export interface Picture {
  /** What the picture shows, in a few words. */
  readonly title: string;
  /** What it says, in a sentence or two. */
  readonly description: string;
  /** A whole `<svg>` element without scripts, fonts or links to elsewhere; its own title and description are in it. */
  readonly svg: string;
}
