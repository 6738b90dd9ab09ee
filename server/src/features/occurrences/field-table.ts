import type * as z from 'zod';
import { SCHEMAS } from '../../check/interpret.ts';
import type { Kind } from '../../formats/common.ts';
import { fieldOf, type SectionName } from '../../formats/field.ts';

/** What the field table of a kind says about names. */
interface NameTable {
  /** The sections of items that a document of this kind has itself. */
  readonly sections: readonly SectionName[];
  /** For each section, those that some field could mean as well. */
  readonly rivals: ReadonlyMap<SectionName, ReadonlySet<SectionName>>;
}

const tables = new Map<Kind, NameTable>();

export function nameTable(kind: Kind): NameTable {
  const known = tables.get(kind);
  if (known) return known;
  const sections = new Set<SectionName>();
  const rivals = new Map<SectionName, Set<SectionName>>();
  for (const schema of below(SCHEMAS[kind])) {
    const { section, to = [] } = fieldOf(schema);
    if (section) sections.add(section);
    addRivals(rivals, to);
  }
  // The keys of stakeholders name groups, customers and roles: one of several would be meant.
  if (sections.has('stakeholders')) addRivals(rivals, STAKEHOLDERS);
  const table = { sections: [...sections], rivals };
  tables.set(kind, table);
  return table;
}

/** What the key of a stakeholder may name, in the order in which it is looked up. */
export const STAKEHOLDERS: readonly SectionName[] = ['participants', 'customers', 'roles'];

function addRivals(rivals: Map<SectionName, Set<SectionName>>, to: readonly SectionName[]): void {
  for (const section of to) {
    const others = rivals.get(section) ?? new Set();
    for (const other of to) if (other !== section) others.add(other);
    rivals.set(section, others);
  }
}

/** A schema and all schemas below it; `defaults` say nothing that the sections do not say. */
function* below(schema: z.ZodType): Generator<z.ZodType> {
  yield schema;
  const { shape, valueType, element } = schema as unknown as {
    shape?: Record<string, z.ZodType>;
    valueType?: z.ZodType;
    element?: z.ZodType;
  };
  for (const [key, child] of Object.entries(shape ?? {})) if (key !== 'defaults') yield* below(child);
  if (valueType) yield* below(valueType);
  if (element) yield* below(element);
}
