import { type Command, EXIT, UsageError } from './command.ts';

/** `worksec lsp`: the language server, for any editor. */
export const lsp: Command = {
  name: 'lsp',
  summary: 'Start the language server for an editor.',
  takes: '',
  least: 0,
  most: 0,
  options: {
    stdio: { help: 'Talk over standard input and output.' },
    clientProcessId: { value: 'NUMBER', help: 'The editor’s process; the server ends with it.' },
  },
  examples: [['worksec lsp --stdio', 'What an editor is told to start.']],
  run: async (_words, options) => {
    if (!options.stdio)
      throw new UsageError(
        'The language server talks over standard input and output only.',
        'Start it with worksec lsp --stdio.',
      );
    // Loaded only here: the other commands start faster without it.
    const { startNode } = await import('../node-connection.ts');
    startNode();
    return EXIT.clean;
  },
};
