import { window } from 'vscode';

/** A command that says in plain words why it could not be done. */
export const tellingErrors =
  <P extends unknown[]>(run: (...given: P) => Promise<void>) =>
  async (...given: P): Promise<void> => {
    try {
      await run(...given);
    } catch (error) {
      void window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  };
