import { rulesAsJson, rulesAsText } from '../reports/rule-list.ts';
import { rules as all } from '../rules/index.ts';
import { type Command, EXIT } from './command.ts';

/** `worksec rules`. */
export const rules: Command = {
  name: 'rules',
  summary: 'List every rule.',
  takes: '',
  least: 0,
  most: 0,
  options: { json: { help: 'As JSON, for other programs.' } },
  examples: [
    ['worksec rules', 'List every rule by what it is about.'],
    ['worksec rules --json', 'The same for another program.'],
  ],
  run: (_words, options, { out }) => {
    out.write(options.json ? rulesAsJson(all) : rulesAsText(all, out.paint, out.width));
    return EXIT.clean;
  },
};
