import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import type { Stream } from '../yaml/document.ts';
import type { Span, YamlNode } from '../yaml/node.ts';
import { entrySpan, ownEntries } from './hover/field.ts';
import type { World } from './world.ts';

/** What can be folded: sections, items, answers of several lines, blocks of comments; in a stream, whole documents. */
export function foldingRanges(world: World, uri: string): FoldingRange[] {
  const file = world.file(uri);
  if (!file) return [];
  const { stream } = file;
  const folds = new Folds(stream);
  for (const { document } of file.checked.documents) {
    const { root } = document;
    if (!root) continue;
    if (stream.documents.length > 1) folds.add(root.start, root.end);
    folds.within(root);
  }
  folds.comments(file.checked.documents.map(({ document }) => document.extent));
  return folds.result();
}

class Folds {
  /** By first line, since an editor folds a line in one way only: the outermost. */
  private readonly byLine = new Map<number, FoldingRange>();

  constructor(private readonly stream: Stream) {}

  add(start: number, end: number, kind?: FoldingRangeKind): void {
    const startLine = this.line(start);
    const endLine = this.line(end);
    const known = this.byLine.get(startLine);
    if (endLine <= startLine || (known && known.endLine >= endLine)) return;
    this.byLine.set(startLine, { startLine, endLine, ...(kind && { kind }) });
  }

  /** Everything below a node that spans several lines. */
  within(node: YamlNode): void {
    if (node.aliased) return;
    if (node.kind === 'list')
      for (const item of node.items) {
        this.add(item.start, item.end);
        this.within(item);
      }
    for (const entry of ownEntries(node)) {
      const { start, end } = entrySpan(entry);
      this.add(start, end);
      this.within(entry.node);
    }
  }

  /** Comments on lines of their own that follow each other, in our own documents. */
  comments(ours: readonly Span[]): void {
    let first = -1;
    let last = -1;
    const close = (): void => {
      if (last > first)
        this.add(this.stream.lines.start(first), this.stream.lines.start(last), FoldingRangeKind.Comment);
    };
    let nth = 0;
    for (const { start } of this.stream.comments()) {
      while (nth < ours.length && ours[nth]!.end < start) nth++;
      const isOurs = nth < ours.length && ours[nth]!.start <= start;
      if (!isOurs || !this.isAlone(start)) continue;
      const line = this.line(start);
      if (line !== last + 1 || last < 0) {
        close();
        first = line;
      }
      last = line;
    }
    close();
  }

  result(): FoldingRange[] {
    return [...this.byLine.values()].sort((a, b) => a.startLine - b.startLine);
  }

  private line(offset: number): number {
    return this.stream.lines.position(offset).line;
  }

  /** True where only blanks stand before a comment on its line. */
  private isAlone(start: number): boolean {
    const { text, lines } = this.stream;
    return text.slice(lines.start(this.line(start)), start).trim() === '';
  }
}
