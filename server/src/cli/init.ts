import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, EXIT, UsageError } from './command.ts';
import { reason } from './complaints.ts';
import { STARTER } from './starter.ts';

const FILE = 'my-work.work-system.yaml';

/** `worksec init`. */
export const init: Command = {
  name: 'init',
  summary: 'Write a first description to start from.',
  takes: '',
  least: 0,
  most: 0,
  options: {},
  examples: [['worksec init', `Write ${FILE} into this folder.`]],
  run: (_words, _options, { cwd, out }) => {
    try {
      // Fails where the name is taken, even if somebody else takes it at this very moment.
      writeFileSync(join(cwd, FILE), STARTER, { flag: 'wx' });
    } catch (error) {
      throw new UsageError(`${FILE} was not written: ${reason(error)}.`);
    }
    out.write(
      [
        `Wrote ${FILE}, the description of an example.`,
        '',
        'What to do next:',
        '  1. Open it and write your own work over the example, in plain words.',
        '  2. Give the file a name of your own; keep .work-system.yaml at its end.',
        '  3. Run worksec check. It asks about what the description does not say yet.',
        '',
      ].join('\n'),
    );
    return EXIT.clean;
  },
};
