import type { Node } from 'yaml';
import { type Composed, compose } from './compose.ts';
import { decode } from './decode.ts';
import type { Comment, Stream } from './document.ts';
import { defaultLimits, type Limits } from './limits.ts';
import type { TextProblem } from './node.ts';
import { type DocumentParts, TextStream } from './stream-document.ts';
import { forbiddenCharacter, forbiddenCharacters, syntaxProblem, visible } from './syntax.ts';
import { buildTree } from './tree.ts';

/** Reads a file's text or bytes. Never throws: what cannot be read becomes a problem of the stream or a document. */
export function parseStream(source: string | Uint8Array, limits: Partial<Limits> = {}): Stream {
  const bounds = { ...defaultLimits, ...limits };
  const { text, problem } = decode(source, bounds.max_file_bytes);
  if (problem) return new TextStream(text, [], [], [problem]);
  const comments: Comment[] = [];
  return new TextStream(text, readDocuments(text, bounds, comments), comments, []);
}

function readDocuments(text: string, limits: Limits, comments: Comment[]): DocumentParts[] {
  // YAML also ends lines at a lone CR, the package does not; the replacement keeps every offset.
  const source = /\r(?!\n)/.test(text) ? text.replace(/\r(?!\n)/g, '\n') : text;
  const nextForbidden = forbiddenCharacters(source);
  const documents: DocumentParts[] = [];
  for (const composed of compose(source, limits.max_depth, comments)) {
    const forbidden = nextForbidden(composed.extent.start);
    const parts = documentParts(composed, source, limits, forbidden < composed.extent.end ? forbidden : -1);
    if (parts) documents.push(parts);
  }
  return documents;
}

/** A document's tree and problems; undefined for a document that holds nothing. */
function documentParts(
  composed: Composed,
  source: string,
  limits: Limits,
  forbidden: number,
): DocumentParts | undefined {
  const { extent, base, contents } = composed;
  // The package's own limit of depth is the stack; it is met only when the caller has used most of that up.
  const exhausted = composed.errors.find((error) => error.code === 'RESOURCE_EXHAUSTION');
  const tooDeep =
    composed.tooDeep ??
    (exhausted && visible({ start: base + exhausted.pos[0], end: base + exhausted.pos[1] }, source));
  if (tooDeep) {
    const problem: TextProblem = { code: 'depth-limit', limit: limits.max_depth, ...tooDeep };
    return { extent, root: undefined, problems: [problem], shared: [] };
  }
  const syntax = forbidden >= 0 ? forbiddenCharacter(source, forbidden) : firstError(composed, source);
  if (isNothing(contents) && !syntax) return undefined;
  const part = base === 0 ? source : source.slice(base);
  const tree = buildTree(isNothing(contents) ? null : contents, part, base, limits);
  const limit = tree.problems.some((problem) => problem.code.endsWith('-limit'));
  const problems = limit || !syntax ? tree.problems : withSyntax(tree.problems, syntax);
  return { extent, root: tree.root, problems, shared: tree.shared };
}

function firstError(composed: Composed, source: string): TextProblem | undefined {
  // A tag that the core schema does not know is no error here: what it stands at is read as text.
  const error = composed.errors.find((one) => !one.message.startsWith('Unresolved tag'));
  return error && syntaxProblem(error, composed.contents, source, composed.base);
}

/** One syntax problem a document is enough, and behind it nothing is certain. */
function withSyntax(problems: readonly TextProblem[], syntax: TextProblem): TextProblem[] {
  return [...problems.filter((one) => one.code !== 'syntax' && one.start < syntax.start), syntax];
}

function isNothing(contents: Node | null): boolean {
  if (contents === null) return true;
  const [start, end] = contents.range ?? [0, 0];
  return start === end && contents.tag === undefined;
}
