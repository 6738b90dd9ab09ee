/** Elements of the work system framework, phases of its life cycle, and the themes of the interviews. */
export type Group =
  | 'customers'
  | 'products'
  | 'activities'
  | 'participants'
  | 'information'
  | 'technologies'
  | 'environment'
  | 'infrastructure'
  | 'strategies'
  | 'initiation'
  | 'development'
  | 'implementation'
  | 'operation'
  | 'theme';

/** A figure of the study: so many per cent of those interviewed … */
export interface Evidence {
  readonly percent: number;
  readonly bound?: 'more-than';
  readonly what: string;
}

/** Where the study says it: a row of Table 1 or 2, or a section. */
export type Source =
  | { readonly table: 1 | 2; readonly row: string; readonly item: string }
  | { readonly section: string; readonly also?: string };

/**
 * One guideline of Sadok, Alter and Bednar (2020), put as a question in our own words, with neighbouring places in
 * known standards. The mappings help to find further reading; they claim no conformity.
 */
export interface Guideline {
  readonly id: string;
  readonly group: Group;
  readonly title: string;
  readonly question: string;
  readonly why: string;
  readonly evidence?: readonly Evidence[];
  readonly source: Source;
  readonly mappings: {
    readonly nist_csf: readonly string[];
    readonly iso27001: readonly string[];
    readonly uk: readonly string[];
    /** How surely the mapping fits: high, medium, or none where the standards say nothing on the point. */
    readonly confidence: 'H' | 'M' | 'none';
  };
}
