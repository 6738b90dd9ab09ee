import type { Excerpt } from '../reports/excerpt.ts';
import type { Range, ReportedFile, ReportedFinding } from '../reports/reported.ts';

/**
 * What was found in a file, in half the room, as it travels between threads and is laid aside: the size of a first part,
 * that part with all but the findings, and the findings. A report goes through all files several times, and mostly for
 * what is in the first part. Nothing is compressed: that would take longer than all else that is done with it.
 */
export type Packed = Uint8Array;

const SIZE = 4;

export function pack({ findings, ...rest }: ReportedFile): Packed {
  const first = Buffer.from(JSON.stringify(rest));
  const second = Buffer.from(JSON.stringify(findings.map(rowOf)));
  const packed = new Uint8Array(SIZE + first.length + second.length);
  new DataView(packed.buffer).setUint32(0, first.length);
  packed.set(first, SIZE);
  packed.set(second, SIZE + first.length);
  return packed;
}

/** Findings are unpacked when they are asked for. */
export function unpack(packed: Packed): ReportedFile {
  return new UnpackedFile(packed);
}

class UnpackedFile implements ReportedFile {
  readonly file: ReportedFile['file'];
  readonly documents: ReportedFile['documents'];
  readonly waived: ReportedFile['waived'];
  readonly coverage: ReportedFile['coverage'];
  readonly counted: ReportedFile['counted'];
  #findings: ReportedFile['findings'] | undefined;

  constructor(private readonly packed: Packed) {
    const rest = parsed(packed.subarray(SIZE, this.begin)) as Omit<ReportedFile, 'findings'>;
    this.file = rest.file;
    this.documents = rest.documents;
    this.waived = rest.waived;
    this.coverage = rest.coverage;
    this.counted = rest.counted;
  }

  get findings(): ReportedFile['findings'] {
    this.#findings ??= (parsed(this.packed.subarray(this.begin)) as Row[]).map((row) => findingOf(row, this.file));
    return this.#findings;
  }

  /** Where the findings begin. */
  private get begin(): number {
    return SIZE + new DataView(this.packed.buffer, this.packed.byteOffset).getUint32(0);
  }
}

/** A finding without the names of its parts. The file is known, and so is, as a rule, the fingerprint. */
type Row = readonly [
  document: string | 0,
  rule: string,
  severity: ReportedFinding['severity'],
  at: string,
  message: string,
  range: PackedRange,
  fingerprint: string | 0,
  related: readonly (readonly [file: string | 0, range: PackedRange, message: string])[],
  excerpt: readonly [text: string, start: number, end: number, cutBefore: 0 | 1, cutAfter: 0 | 1],
];

type PackedRange = readonly [line: number, character: number, endLine: number, endCharacter: number];

function rowOf(finding: ReportedFinding): Row {
  const { document, rule, severity, at, message, range, fingerprint, related, excerpt, file } = finding;
  const { text, start, end, cutBefore, cutAfter } = excerpt;
  return [
    document ?? 0,
    rule,
    severity,
    at,
    message,
    packedRange(range),
    fingerprint === usualFingerprint(finding) ? 0 : fingerprint,
    related.map((each) => [each.file === file ? 0 : each.file, packedRange(each.range), each.message]),
    [text, start, end, cutBefore ? 1 : 0, cutAfter ? 1 : 0],
  ];
}

function findingOf([document, rule, severity, at, message, range, fingerprint, related, excerpt]: Row, file: string) {
  return {
    file,
    ...(document !== 0 && { document }),
    rule,
    severity,
    at,
    message,
    range: rangeOf(range),
    fingerprint: fingerprint === 0 ? usualFingerprint({ rule, at, ...(document !== 0 && { document }) }) : fingerprint,
    related: related.map(([other, where, said]) => ({
      file: other === 0 ? file : other,
      range: rangeOf(where),
      message: said,
    })),
    excerpt: excerptOf(excerpt),
  } satisfies ReportedFinding;
}

const usualFingerprint = ({ rule, document, at }: Pick<ReportedFinding, 'rule' | 'document' | 'at'>): string =>
  document === undefined ? `${rule}@${at}` : `${rule}@${document}#${at}`;

const packedRange = ({ start, end }: Range): PackedRange => [start.line, start.character, end.line, end.character];

const rangeOf = ([line, character, endLine, endCharacter]: PackedRange): Range => ({
  start: { line, character },
  end: { line: endLine, character: endCharacter },
});

const excerptOf = ([text, start, end, cutBefore, cutAfter]: Row[8]): Excerpt => ({
  text,
  start,
  end,
  cutBefore: cutBefore === 1,
  cutAfter: cutAfter === 1,
});

const parsed = ({ buffer, byteOffset, length }: Packed): unknown =>
  JSON.parse(Buffer.from(buffer, byteOffset, length).toString());

/** Files that are unpacked one at a time, so that any number of them can be gone through. */
export class PackedFiles implements Iterable<ReportedFile> {
  constructor(private readonly files: readonly (() => Packed)[]) {}

  *[Symbol.iterator](): Generator<ReportedFile> {
    for (const file of this.files) yield unpack(file());
  }

  get any(): boolean {
    return this.files.length > 0;
  }
}
