import type { CharterSchema } from '../formats/charter.ts';
import type { Field, SectionName } from '../formats/field.ts';
import type { ElementOf, Reading } from '../formats/reading.ts';
import type { DocumentModel } from '../yaml/document.ts';
import { wholeNotion } from './notion.ts';
import type { Information, Item, Participant } from './sections.ts';
import { classRank, type ModelSettings, usableItems, type WorkSystem } from './work-system.ts';

/** A document together with the file it stands in, so that a finding can point into it. */
export interface Source {
  /** The file as the caller names it: a path or a URI. */
  readonly file: string;
  readonly document: DocumentModel;
}

/** What a link of a charter led to. */
export type Linked = { readonly link: string } & (
  | { readonly status: 'missing' }
  | { readonly status: 'not-one'; readonly ids: readonly string[] }
  | {
      readonly status: 'unreadable';
      readonly source?: Source;
      readonly reason: string;
      readonly start: number;
      readonly end: number;
    }
  | { readonly status: 'read'; readonly source: Source; readonly system: WorkSystem }
);

export type LinkName = 'as_is' | 'to_be';
export type Links = Readonly<Partial<Record<LinkName, Linked>>>;

type Root = Reading<CharterSchema>;
type Shape = CharterSchema['shape'];
export type Requirement = Reading<ElementOf<Shape['requirements']>>;
export type Risk = Reading<ElementOf<Shape['risks']>>;
export type Stakeholder = Reading<ElementOf<Shape['stakeholders']>>;
export type Touched = Reading<ElementOf<Shape['information_touched']>>;

export const PHASES = ['initiation', 'development', 'implementation', 'operation_and_maintenance'] as const;
export type PhaseName = (typeof PHASES)[number];

/** What a phase is called in messages. */
export const PHASE_NAMES: Readonly<Record<PhaseName, string>> = {
  initiation: 'Initiation',
  development: 'Development',
  implementation: 'Implementation',
  operation_and_maintenance: 'Operation and maintenance',
};

const OWN: readonly SectionName[] = ['roles', 'requirements', 'stakeholders', 'risks', 'outputs'];

const SECURITY_WORDS =
  /(?<![\p{L}\p{N}])(?:secur|protect|password|passphrase|sign-in|sign in|log in|log-in|login|log off|logging off|access right|access control|encrypt|privacy|personal data|confidential|backup|back-up|malware|phish|incident|second factor|two-factor|multi-factor|authentic|authoris|authoriz|penetration|vulnerab|breach)/iu;

/** An item of sensitive information the project touches. `item` is there where a description holds it. */
export interface TouchedItem {
  readonly name: string;
  readonly item?: Information;
  readonly source?: Source;
  readonly entry?: Touched;
}

/**
 * A project charter with its linked descriptions and the notions that rules share (format reference, section 8):
 * touched, about-security, and the handler groups of the linked description.
 */
export class Charter {
  readonly kind = 'project-charter';
  readonly sections: ReadonlyMap<SectionName, ReadonlyMap<string, Item>>;
  readonly requirements: readonly Requirement[];
  readonly risks: readonly Risk[];
  readonly stakeholders: readonly Stakeholder[];

  constructor(
    readonly root: Root,
    private readonly settings: ModelSettings,
    readonly links: Links,
  ) {
    this.sections = new Map(OWN.map((name) => [name, usableItems(root, name)]));
    const all = <T>(name: SectionName): readonly T[] =>
      [...this.sections.get(name)!.values()] as unknown as readonly T[];
    this.requirements = all('requirements');
    this.risks = all('risks');
    this.stakeholders = all('stakeholders');
  }

  /** Everything that is written, in the order of the text. */
  readonly readings = wholeNotion('readings', (): readonly Reading[] => (this.root as Item).walk());

  get asIs(): WorkSystem | undefined {
    return this.links.as_is?.status === 'read' ? this.links.as_is.system : undefined;
  }

  get toBe(): WorkSystem | undefined {
    return this.links.to_be?.status === 'read' ? this.links.to_be.system : undefined;
  }

  /** “The linked description”: the to-be one, or the as-is one where no to-be one is linked. */
  get linked(): WorkSystem | undefined {
    return this.links.to_be ? this.toBe : this.asIs;
  }

  /** The file and document of a linked description, for findings that point into it. */
  sourceOf(system: WorkSystem): Source | undefined {
    for (const linked of Object.values(this.links))
      if (linked.status === 'read' && linked.system === system) return linked.source;
    return undefined;
  }

  /** The descriptions that could be read, the to-be one first. */
  readonly systems = wholeNotion('systems', (): WorkSystem[] => [
    ...new Set([this.toBe, this.asIs].filter((system) => system !== undefined)),
  ]);

  /** True when every link that is given leads to a description that can be read. */
  get allLinksRead(): boolean {
    return Object.values(this.links).every((linked) => linked.status === 'read');
  }

  /** All items a token in a field may stand for: own sections first, then those of the linked descriptions in scope. */
  candidates(field: Field, token: string): { section: SectionName; item: Item; system?: WorkSystem }[] {
    const found: { section: SectionName; item: Item; system?: WorkSystem }[] = [];
    for (const section of field.to ?? []) {
      const own = this.sections.get(section)?.get(token);
      if (own) found.push({ section, item: own });
      for (const system of this.systemsFor(field.scope)) {
        const item = system.sections.get(section)?.get(token);
        if (item) found.push({ section, item, system });
      }
    }
    return found;
  }

  /** The linked descriptions that a field looks into. */
  systemsFor(scope: Field['scope']): readonly WorkSystem[] {
    if (scope === 'linked') return this.systems();
    if (scope === 'as-is') return this.asIs ? [this.asIs] : [];
    return [];
  }

  /** The items of linked descriptions that a field of references leads to. */
  resolveLinked<T extends Item = Item>(references: Reading<unknown>): T[] {
    return references.tokens().flatMap((token) => {
      const hit = this.candidates(references.field, token).find(({ system }) => system);
      return hit ? [hit.item as T] : [];
    });
  }

  /** The sensitive information the project touches; see `touched` in the format reference. */
  readonly touchedItems = wholeNotion('touched items', (): readonly TouchedItem[] => {
    const entries = this.root.get('information_touched');
    if (entries.state === 'not-applicable') return [];
    const said = entries.list().filter((entry) => entry.get('what').tokens().length > 0);
    return said.length > 0 ? said.flatMap((entry) => this.touchedBy(entry)) : this.sensitiveLinked();
  });

  /** True when the project touches sensitive information. */
  get touchesSensitive(): boolean {
    return this.touchedItems().length > 0;
  }

  /** The sensitive items of the linked description, or of the other one where it has none. */
  readonly sensitiveLinked = wholeNotion('sensitive linked', (): readonly TouchedItem[] => {
    const holding = this.systems().find((system) => system.sensitive().length > 0);
    return holding ? holding.sensitive().map((item) => this.touchedItem(item, holding)) : [];
  });

  private touchedItem(item: Information, system: WorkSystem): TouchedItem {
    const source = this.sourceOf(system);
    return { name: item.name, item, ...(source && { source }) };
  }

  private touchedBy(entry: Touched): TouchedItem[] {
    const own = entry.get('sensitivity').text;
    const personal = entry.get('personal_data').text;
    const marked =
      classRank(own) >= classRank(this.settings.sensitive_from) || (personal !== undefined && personal !== 'none');
    const mild = own === 'public' || own === 'internal';
    return entry
      .get('what')
      .tokens()
      .flatMap((token): TouchedItem[] => {
        const found = this.informationAt(token);
        if (found)
          return found.system.isSensitive(found.item) ? [{ ...this.touchedItem(found.item, found.system), entry }] : [];
        // Where no description tells, only a mild class of its own says that an entry is not sensitive.
        return marked || (this.canHide && !mild) ? [{ name: token, entry }] : [];
      });
  }

  /** An item of information in the linked descriptions, the to-be one first. */
  private informationAt(token: string): { readonly item: Information; readonly system: WorkSystem } | undefined {
    for (const system of this.systems()) {
      const item = system.sections.get('information')?.get(token) as Information | undefined;
      if (item) return { item, system };
    }
    return undefined;
  }

  /** True where an item that is not found may stand in a description that cannot be read or is not linked. */
  private get canHide(): boolean {
    return this.systems().length === 0 || !this.allLinksRead;
  }

  /** The sensitive items among references to information; what no description can tell of counts as sensitive. */
  sensitiveAmong(references: Reading<unknown>): { readonly name: string }[] {
    return references.tokens().flatMap((token) => {
      const found = this.informationAt(token);
      if (found) return found.system.isSensitive(found.item) ? [found.item] : [];
      const counts = this.canHide || this.touchedItems().some(({ name }) => name === token);
      return counts ? [{ name: token }] : [];
    });
  }

  /** The handler groups of the linked description. */
  readonly handlers = wholeNotion('handlers', (): readonly Participant[] => this.linked?.handlers() ?? []);

  /** A criterion is about security by its type, by an id that is, or (in English) by a security word. */
  isAboutSecurity(type: string | undefined, text: string | undefined): boolean {
    if (type !== undefined) return type === 'security';
    if (text === undefined) return false;
    return this.securityIds().some((id) => containsWord(text, id)) || this.hasSecurityWord(text);
  }

  /** True for English text with a security word in it. */
  hasSecurityWord(text: string): boolean {
    return this.english && SECURITY_WORDS.test(text);
  }

  get english(): boolean {
    return isEnglish(this.root);
  }

  private readonly securityIds = wholeNotion('security ids', (): string[] => [
    ...this.requirements.filter((requirement) => requirement.get('type').text === 'security').map(({ id }) => id),
    ...this.risks.filter((risk) => risk.get('category').text === 'security').map(({ id }) => id),
    ...this.systems().flatMap((system) => system.controls.map(({ id }) => id)),
  ]);
}

/** `english-only`: word checks run where `language` is absent or begins with `en`. */
export const isEnglish = (root: Item): boolean => (root.get('language').text ?? 'en').toLowerCase().startsWith('en');

const isWordUnit = (unit: string | undefined): boolean => unit !== undefined && /[\p{L}\p{N}_-]/u.test(unit);

/** True when `word` stands in `text` with no letter, digit, hyphen or underscore before or after it; case ignored. */
export function containsWord(text: string, word: string): boolean {
  const hay = text.toLowerCase();
  const needle = word.toLowerCase();
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + 1))
    if (!isWordUnit(hay[at - 1]) && !isWordUnit(hay[at + needle.length])) return true;
  return false;
}
