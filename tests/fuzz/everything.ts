import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  SelectionRange,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { createChecking } from '../../server/src/checking.ts';
import { overview } from '../../server/src/features/overview.ts';
import { EditorLibrary } from '../../server/src/library.ts';
import { createLanguageService, type LanguageService } from '../../server/src/service.ts';
import { prepare } from '../../server/src/workspace-reports.ts';
import type { Position } from '../../server/src/yaml/lines.ts';
import { parseStream } from '../../server/src/yaml/parse.ts';
import { TODAY } from '../helpers/check.ts';
import { readSample, sampleFiles } from '../helpers/collection.ts';
import type { Draft } from './inputs.ts';
import { carefullyApplied, wrongPlaces } from './places.ts';

const FOLDER = 'file:///work';

/** Longest that one file may take with everything that is asked about it, in milliseconds of the processor. */
const PATIENCE = 15_000;

/** Of many offers, how many are tried; which ones depends on the place. */
const TRIED = 4;

/** A service among the samples, to which more files can be given. */
function workshop(onDisk: ReadonlyMap<string, Uint8Array> = new Map()) {
  const texts = new Map<string, Uint8Array>(
    sampleFiles.map((file) => [`${FOLDER}/${file}`, new TextEncoder().encode(readSample(file))]),
  );
  const library = new EditorLibrary({
    readFile: async (uri) => onDisk.get(uri) ?? texts.get(uri),
    findFiles: async () => [...texts.keys(), ...onDisk.keys()],
    today: () => TODAY,
  });
  library.setFolders([FOLDER]);
  return { library, service: createLanguageService(createChecking(library)) };
}

type Workshop = ReturnType<typeof workshop>;

/** Opens a file, changes it step by step as its draft says, and asks for everything. Throws where anything is wrong. */
export async function useDraft({ file, texts, places }: Draft): Promise<void> {
  const begin = process.cpuUsage();
  const { library, service } = workshop();
  const uri = `${FOLDER}/${file}`;
  for (const [version, text] of texts.entries()) {
    library.setText(uri, version, text);
    await prepare(uri, library, service);
    service.diagnostics(uri);
  }
  askEverything({ library, service }, uri, places);
  await sameAsAfresh(service.diagnostics(uri), file, texts.at(-1)!);
  inTime(begin);
}

/** Reads a file from disk and asks for everything. */
export async function useBytes(file: string, source: Uint8Array, places: readonly number[]): Promise<void> {
  const begin = process.cpuUsage();
  const uri = `${FOLDER}/${file}`;
  const { library, service } = workshop(new Map([[uri, source]]));
  await prepare(uri, library, service);
  askEverything({ library, service }, uri, places);
  inTime(begin);
}

function inTime(begin: NodeJS.CpuUsage): void {
  const took = process.cpuUsage(begin).user / 1000;
  if (took > PATIENCE) throw new Error(`it took ${Math.round(took)} ms`);
}

/** However a text came about, the same is found in it. */
async function sameAsAfresh(found: readonly Diagnostic[], file: string, text: string): Promise<void> {
  const { library, service } = workshop();
  const uri = `${FOLDER}/${file}`;
  library.setText(uri, 1, text);
  await prepare(uri, library, service);
  const afresh = JSON.stringify(service.diagnostics(uri));
  if (JSON.stringify(found) !== afresh) throw new Error(`found ${JSON.stringify(found)}, afresh ${afresh}`);
}

function askEverything({ library, service }: Workshop, uri: string, places: readonly number[]): void {
  const linesOf = (of: string) => library.stream(of)?.lines;
  /** An answer as it goes over the wire, with every place in it looked at. */
  const seen = <T>(what: string, answer: T): T => {
    const wrong = wrongPlaces(answer, uri, linesOf);
    if (wrong.length > 0) throw new Error(`${what} has places outside the text: ${JSON.stringify(wrong)}`);
    return JSON.parse(JSON.stringify(answer ?? null)) as T;
  };
  const lines = linesOf(uri);
  const text = lines?.text ?? '';
  const whole = { start: { line: 0, character: 0 }, end: lines?.position(text.length) ?? { line: 0, character: 0 } };

  seen('diagnostics', service.diagnostics(uri));
  seen('outline', service.documentSymbols(uri));
  seen('links', service.documentLinks(uri));
  seen('lenses', service.codeLenses(uri));
  seen('hints', service.inlayHints(uri, whole));
  seen('overview', overview(service, uri));
  seen('symbols', service.workspaceSymbols(text.slice(0, 2)));
  for (const { startLine, endLine } of service.foldingRanges(uri))
    if (!(startLine >= 0 && startLine <= endLine && endLine < lines!.count))
      throw new Error(`a fold ${startLine}–${endLine}`);

  for (const place of places) {
    const offset = place % (text.length + 1);
    const position = lines?.position(offset) ?? whole.start;
    seen('definition', service.definition(uri, position));
    seen('references', service.references(uri, position, { includeDeclaration: place % 2 === 0 }));
    seen('highlights', service.highlights(uri, position));
    seen('hover', service.hover(uri, position));
    for (const range of seen('selection ranges', service.selectionRanges(uri, [position]))) nests(range);
    tryCompletions(seen('completions', service.completions(uri, position, { snippets: true })), text, place);
    seen('prepare rename', service.prepareRename(uri, position));
    const renamed = seen('rename', service.rename(uri, position, place % 3 === 0 ? 'x: [' : 'another-name'));
    if (!('refused' in renamed)) tryEdit(service, renamed);
    const end = lines?.position(Math.min(text.length, offset + (place % 50))) ?? position;
    tryActions(service, seen('actions', service.codeActions(uri, { start: position, end })), place);
  }
  tryActions(service, seen('actions', service.codeActions(uri, whole)), places[0]!);
  seen('ready actions', service.readyCodeActions(uri, { start: whole.start, end: whole.start }));
}

function nests({ range, parent }: SelectionRange): void {
  if (!parent) return;
  const before = (a: Position, b: Position): boolean =>
    a.line < b.line || (a.line === b.line && a.character <= b.character);
  if (!before(parent.range.start, range.start) || !before(range.end, parent.range.end))
    throw new Error(`a selection is not inside the next: ${JSON.stringify([range, parent.range])}`);
  nests(parent);
}

/** Some of several, beginning anywhere. */
const some = <T>(all: readonly T[], from: number): T[] =>
  Array.from({ length: Math.min(TRIED, all.length) }, (_, i) => all[(from + i * 7) % all.length]!);

function tryCompletions(
  offered: CompletionItem[] | { items: CompletionItem[] } | null,
  text: string,
  place: number,
): void {
  const items = Array.isArray(offered) ? offered : (offered?.items ?? []);
  for (const { textEdit, additionalTextEdits = [] } of some(items, place)) {
    const edits = textEdit && 'range' in textEdit ? [textEdit] : [];
    parseStream(carefullyApplied(text, [...edits, ...additionalTextEdits]));
  }
}

function tryActions(service: LanguageService, actions: readonly CodeAction[], place: number): void {
  for (const action of some(actions, place)) {
    const resolved = service.resolveCodeAction(JSON.parse(JSON.stringify(action)) as CodeAction);
    if (!('refused' in resolved) && resolved.edit) tryEdit(service, resolved.edit);
  }
}

function tryEdit(service: LanguageService, { documentChanges = [] }: WorkspaceEdit): void {
  for (const { textDocument, edits } of documentChanges as TextDocumentEdit[]) {
    const file = service.file(textDocument.uri);
    if (!file) throw new Error(`an edit of ${textDocument.uri}, which is not there`);
    if (file.version !== textDocument.version) throw new Error(`an edit of version ${textDocument.version}`);
    parseStream(carefullyApplied(file.stream.text, edits as { range: never; newText: string }[]));
  }
}
