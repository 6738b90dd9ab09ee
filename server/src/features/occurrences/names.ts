import { namedKind } from '../../check/check.ts';
import { isOtherFormat, kindOf, SCHEMAS } from '../../check/interpret.ts';
import { splitLink } from '../../check/links.ts';
import type { Kind } from '../../formats/common.ts';
import type { Field, SectionName } from '../../formats/field.ts';
import { read } from '../../formats/read.ts';
import type { Reading } from '../../formats/reading.ts';
import { sectionPath } from '../../formats/section-path.ts';
import type { LinkName } from '../../model/charter.ts';
import type { DocumentModel } from '../../yaml/document.ts';
import type { Path, Span, TextEdit, YamlNode } from '../../yaml/node.ts';
import type { FeatureFile } from '../world.ts';
import { writtenAt } from './anchors.ts';
import { nameTable } from './field-table.ts';
import { keyIn, type WrittenWord, wordAt, wordIn } from './written.ts';

/** What a word of a document does as a name. */
export type Role =
  /** The key of an item. */
  | { readonly is: 'item'; readonly section: SectionName; readonly whole: Span }
  /** The value of the root key `id`. */
  | { readonly is: 'document' }
  /** A token in a field of references. */
  | { readonly is: 'reference'; readonly field: Field }
  /** A key in the dotted path of a waiver. */
  | { readonly is: 'step'; readonly section: SectionName }
  /** The part of a link behind `#`. */
  | { readonly is: 'link'; readonly link: LinkName }
  /** An id in a criterion: the checks take it for the item. */
  | { readonly is: 'mention' };

/** A word that names something, or may name something. */
export interface Name {
  readonly id: string;
  readonly role: Role;
  /** The way to its value or, for the key of an item, to the item. */
  readonly at: Path;
  /** Where it is written: without quotes and, for text behind an alias, at the anchor. */
  readonly span: Span;
  readonly behindAlias: boolean;
  readonly replace: (id: string) => TextEdit;
}

/** The names of a document. */
export interface DocumentNames {
  readonly kind: Kind;
  readonly root: Reading;
  readonly all: readonly Name[];
  readonly byId: ReadonlyMap<string, readonly Name[]>;
  readonly items: ReadonlyMap<SectionName, ReadonlyMap<string, Name>>;
  readonly document: Name | undefined;
}

const known = new WeakMap<DocumentModel, { readonly names: DocumentNames | undefined }>();

/**
 * The names of a document, as far as its text can be understood: also those above and below the place where it is
 * broken. Undefined for a document of another kind.
 */
export function namesIn(file: FeatureFile, document: DocumentModel): DocumentNames | undefined {
  let held = known.get(document);
  if (!held) {
    held = { names: collect(file, document) };
    known.set(document, held);
  }
  return held.names;
}

function collect(file: FeatureFile, document: DocumentModel): DocumentNames | undefined {
  const kind = kindOf(document) ?? namedKind(file.uri);
  if (!kind || !document.root || isOtherFormat(document)) return undefined;
  const root = read(SCHEMAS[kind], document.root).root as unknown as Reading;
  const collector = new Collector(document);
  for (const section of nameTable(kind).sections) collector.section(root, section);
  for (const reading of root.walk()) collector.reading(reading);
  return { kind, root, ...collector.result() };
}

/** Fields whose entries are about security where they name a requirement, a risk or a control. */
const CRITERION = /(?:\.criteria|\.definition_of_done|\.backlog)\[\]\.text$|\.acceptance\[\]\.criterion$/;

/** A word that nobody writes by chance: with a figure, a hyphen or an underscore in it. */
const MENTION = /(?<![\p{L}\p{N}_-])(?=[\p{L}_-]*[\d_-])[\p{L}\p{N}][\p{L}\p{N}_-]*/gu;

class Collector {
  private readonly all: Name[] = [];
  private readonly items = new Map<SectionName, Map<string, Name>>();
  private document_: Name | undefined;

  constructor(private readonly document: DocumentModel) {}

  result() {
    const byId = new Map<string, Name[]>();
    for (const name of this.all) {
      const same = byId.get(name.id);
      if (same) same.push(name);
      else byId.set(name.id, [name]);
    }
    return { all: this.all, byId, items: this.items, document: this.document_ };
  }

  section(root: Reading, section: SectionName): void {
    let reading: Reading | undefined = root;
    for (const key of sectionPath(section)) reading = reading?.fields.get(String(key));
    if (!reading?.given || reading.node?.kind !== 'map') return;
    const items = new Map<string, Name>();
    this.items.set(section, items);
    for (const [id, { path }] of reading.fields) {
      const place = writtenAt(this.document, path);
      const word = place?.entry && keyIn(this.document, place.entry);
      if (!place?.entry || !word) continue;
      const { keySpan, node } = place.entry;
      const whole = { start: keySpan.start, end: Math.max(keySpan.end, node.end) };
      // Only the key counts here: an item whose fields come from an alias has a name of its own.
      const behindAlias = reading.node.entries.get(id)?.merged === true || reading.node.aliased === true;
      items.set(id, this.add({ id, role: { is: 'item', section, whole }, at: path, behindAlias }, word));
    }
  }

  reading(reading: Reading): void {
    const { field, text, pattern } = reading;
    if (!reading.given || !text) return;
    if (field.type === 'id' || field.type === 'ids-or-text' || field.type === 'who') {
      this.wholeWord(reading, text, { is: 'reference', field });
    } else if (field.type === 'place') this.steps(reading);
    else if (field.type === 'link') this.link(reading, text);
    else if (pattern === 'id') this.document_ = this.wholeWord(reading, text, { is: 'document' });
    else if (CRITERION.test(pattern)) this.mentions(reading);
  }

  private wholeWord(reading: Reading, id: string, role: Role): Name | undefined {
    return this.inScalar(reading, id, role, (node) => wordIn(this.document, node, id));
  }

  private steps(reading: Reading): void {
    const text = reading.node?.kind === 'scalar' ? reading.node.text : '';
    const keys = text.split('.');
    for (const [section, items] of this.items) {
      const above = sectionPath(section);
      const id = keys[above.length]?.trim();
      if (!id || !items.has(id) || !above.every((key, i) => key === keys[i]?.trim())) continue;
      const position = text.indexOf(id, above.join('.').length);
      this.inScalar(reading, id, { is: 'step', section }, (node) => wordAt(this.document, node, position, id));
    }
  }

  private link(reading: Reading, text: string): void {
    const { id } = splitLink(text);
    const link = reading.pattern.endsWith('to_be') ? 'to_be' : 'as_is';
    if (id === undefined) return;
    const position = (node: YamlNode): number => (node.kind === 'scalar' ? node.text.indexOf(`#${id}`) + 1 : 0);
    this.inScalar(reading, id, { is: 'link', link }, (node) => wordAt(this.document, node, position(node), id));
  }

  private mentions(reading: Reading): void {
    const text = reading.node?.kind === 'scalar' ? reading.node.text : '';
    for (const { 0: id, index } of text.matchAll(MENTION))
      this.inScalar(reading, id, { is: 'mention' }, (node) => wordAt(this.document, node, index, id));
  }

  private inScalar(
    reading: Reading,
    id: string,
    role: Role,
    find: (node: YamlNode & { kind: 'scalar' }) => WrittenWord | undefined,
  ): Name | undefined {
    const place = writtenAt(this.document, reading.path);
    const word = place?.node.kind === 'scalar' ? find(place.node) : undefined;
    return place && word && this.add({ id, role, at: reading.path, behindAlias: place.behindAlias }, word);
  }

  private add(name: Pick<Name, 'id' | 'role' | 'at' | 'behindAlias'>, { span, replace }: WrittenWord): Name {
    const added = { ...name, span, replace };
    this.all.push(added);
    return added;
  }
}
