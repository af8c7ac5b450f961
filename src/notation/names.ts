/** The names that statements of one qualification may use, spelt as the qualification declares them. */
export interface Names {
  readonly groups: readonly string[];
  readonly units: readonly { readonly ref: string; readonly urn: string | null }[];
  /** Further columns of the unit table, which amounts may count. */
  readonly columns: readonly string[];
  readonly parameters: readonly string[];
}
