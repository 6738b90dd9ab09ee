import { cpus } from 'node:os';
import { CLAIMS, claimIds } from './claims.ts';
import type { Outcome } from './outcome.ts';
import { cells, HEADINGS } from './table.ts';

export interface WholeRun {
  readonly minutes: number;
  readonly quick: boolean;
}

/** The outcomes as a page of the documentation. */
export function page(outcomes: readonly Outcome[], { minutes, quick }: WholeRun): string {
  const rows = claimIds.map((id) =>
    cells(
      CLAIMS[id],
      outcomes.find(({ claim }) => claim === id),
    ),
  );
  const day = new Date().toISOString().slice(0, 10);
  const length = `${Math.round(minutes)} minutes`;
  const kind = quick ? `a quick run of ${length}, with few rounds and a tenth of the files` : `a run of ${length}`;
  return `${[
    '# How fast it is',
    'Findings should stand under the words before the next word is typed, and a check of everything should not need a coffee break. This page shows whether they do. `npm run bench` measures it and writes the page; it installs what it compares with into `tests/bench/peers/node_modules`, and nothing of that ships.',
    `${day}, ${kind}: ${cpus().length} cores (${cpus()[0]!.model.trim()}), Node ${process.versions.node}, ${process.platform}.`,
    [HEADINGS, HEADINGS.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n'),
    '## How to read it',
    NOTES,
  ].join('\n\n')}\n`;
}

const NOTES = [
  '- **Result** is a ratio of two medians, ours first: 0.10 is a tenth of what the other takes. **Middle half** is the range in which half of the rounds lie, each with its own ratio. Times by themselves say more about the machine than about the program; they stand there to show what a ratio is made of.',
  '- All take part in the same run and take turns, after a warm-up. Language servers are started as an editor starts them and talked to over standard input and output; the clock runs from the moment a key is sent until findings on that very text arrive.',
  '- The descriptions are generated, the same each time: sections of items as people write them, all references in order, a finding every dozen lines or so. All our rules are on. [yaml-language-server](https://github.com/redhat-developer/yaml-language-server) checks them by our JSON Schema, which finds much less.',
  '- yaml-language-server waits 200 ms before it looks at a change. *Its wait taken out* sets that to nothing, so that work is compared with work.',
  '- [Spectral](https://github.com/stoplightio/spectral) gets 30 rules of the kind ours are. It is measured on fewer files, and 1,000 are worked out by a straight line through two counts, which is what it follows. js-yaml 4 with [ajv](https://ajv.js.org) checks by our JSON Schema only and cannot say where in the text something stands.',
  '- *The very first start on a machine*: later ones find kept what our program was compiled to, in the cache folder of the person; the others are started as they come.',
  '- *Half as much*: how many times as long twice as much takes; 2 is in step, 4 would be a square.',
].join('\n');
