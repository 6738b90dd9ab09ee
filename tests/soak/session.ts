import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileChangeType, type Range } from 'vscode-languageserver-protocol/node';
import { LineIndex } from '../../server/src/yaml/lines.ts';
import type { Chance } from '../helpers/chance.ts';
import { readSample, sampleFiles } from '../helpers/collection.ts';
import type { LspClient } from '../helpers/lsp-client.ts';

const TYPED = ['a', ' ', '\n', '\n  ', ':', ': ', '- ', '[', ']', '{', '"', "'", '#', '&a ', '*a', 'é', '😀', '\t'];
const SETTINGS = ['{}', 'severity: { governance: off }', 'sensitive_from: internal', 'severity: [broken'];

/** Somebody who works on the samples, a step at a time. */
export class Session {
  steps = 0;
  private readonly texts = new Map<string, string>();

  constructor(
    private readonly client: LspClient,
    private readonly chance: Chance,
  ) {}

  /** Some edits in one text and questions about it; now and then something happens around it. */
  async work(): Promise<void> {
    const file = this.chance.of(sampleFiles);
    const text = this.texts.get(file);
    if (text === undefined) await this.open(file);
    // Texts come back to what they were, so that it is not they that grow.
    else if (this.chance.below(8) === 0) await this.write(file, readSample(file));
    for (let i = this.chance.below(12); i > 0; i--) await this.type(file);
    await this.ask(file);
    if (this.chance.below(20) === 0) await this.close(file);
    if (this.chance.below(50) === 0) await this.aroundIt(file);
    this.client.forget();
  }

  private async open(file: string): Promise<void> {
    this.texts.set(file, readSample(file));
    await this.client.open(file, readSample(file));
  }

  private async close(file: string): Promise<void> {
    this.texts.delete(file);
    await this.client.close(file);
  }

  private async write(file: string, text: string): Promise<void> {
    this.texts.set(file, text);
    this.steps++;
    await this.client.change(file, [{ text }]);
  }

  /** Types or takes out a few letters in the middle of the text. */
  private async type(file: string): Promise<void> {
    const text = this.texts.get(file)!;
    const start = this.chance.below(text.length + 1);
    const end = Math.min(text.length, start + (this.chance.below(3) === 0 ? this.chance.below(30) : 0));
    const typed = this.chance.of(TYPED);
    // What is left of a character that was cut in two becomes a whole one, as on the way through any editor.
    await this.write(file, Buffer.from(text.slice(0, start) + typed + text.slice(end)).toString());
  }

  private async ask(file: string): Promise<void> {
    const text = this.texts.get(file)!;
    const lines = new LineIndex(text);
    const position = lines.position(this.chance.below(text.length + 1));
    const range: Range = { start: position, end: lines.position(text.length) };
    const at = { position };
    const questions: [method: string, rest: object][] = [
      ['textDocument/completion', at],
      ['textDocument/hover', at],
      ['textDocument/definition', at],
      ['textDocument/references', { ...at, context: { includeDeclaration: true } }],
      ['textDocument/documentHighlight', at],
      ['textDocument/rename', { ...at, newName: 'another-name' }],
      ['textDocument/documentSymbol', {}],
      ['textDocument/foldingRange', {}],
      ['textDocument/selectionRange', { positions: [position] }],
      ['textDocument/documentLink', {}],
      ['textDocument/codeLens', {}],
      ['textDocument/inlayHint', { range }],
      ['textDocument/codeAction', { range, context: { diagnostics: [] } }],
      ['worksec/overview', { uri: this.client.uri(file) }],
    ];
    if (this.client.initialized.capabilities.diagnosticProvider) questions.push(['textDocument/diagnostic', {}]);
    const asked = Array.from({ length: 4 }, () => this.chance.of(questions));
    await Promise.allSettled(asked.map(([method, rest]) => this.client.request(method, file, rest)));
  }

  /** The workspace is checked, settings come and go, a file changes on disk. */
  private async aroundIt(file: string): Promise<void> {
    const config = join(this.client.folder, 'worksec.config.yaml');
    const deeds = [
      () => this.client.connection.sendRequest('workspace/executeCommand', { command: 'worksec.checkWorkspace' }),
      () => this.client.connection.sendRequest('workspace/symbol', { query: this.chance.of(TYPED) }),
      () => this.client.connection.sendRequest('worksec/overview', {}),
      () => this.client.changedOnDisk(file, FileChangeType.Changed),
      () => {
        writeFileSync(config, this.chance.of(SETTINGS));
        return this.client.changedOnDisk('worksec.config.yaml', FileChangeType.Changed);
      },
      () => {
        rmSync(config, { force: true });
        return this.client.changedOnDisk('worksec.config.yaml', FileChangeType.Deleted);
      },
    ];
    await Promise.allSettled([this.chance.of(deeds)()]);
  }
}
