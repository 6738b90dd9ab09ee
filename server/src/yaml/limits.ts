/** What a file may cost to read. The names are those of the rule catalogue's parameters. */
export interface Limits {
  /** Longest text that is read, in bytes of UTF-8. */
  readonly max_file_bytes: number;
  /** Most nodes that aliases and merge keys may bring into one document, counted before they are brought in. */
  readonly max_alias_expansion_nodes: number;
  /** Deepest level of a node; the root lies at level 1. */
  readonly max_depth: number;
}

export const defaultLimits: Limits = {
  max_file_bytes: 5_242_880,
  max_alias_expansion_nodes: 100_000,
  max_depth: 64,
};
