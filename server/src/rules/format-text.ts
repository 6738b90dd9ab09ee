import type { TextProblem } from '../yaml/node.ts';
import { keyAt } from './places.ts';
import type { Fix, FormatRule, Manuscript, Report, RuleFacts } from './rule.ts';
import { clip } from './wordings.ts';

type Problem<C extends TextProblem['code']> = Extract<TextProblem, { code: C }>;

/** A rule that words one sort of problem found while the text was read. */
function textRule<C extends TextProblem['code']>(
  code: C,
  facts: Pick<RuleFacts, 'id' | 'core' | 'title' | 'speaks'>,
  word: (problem: Problem<C>, manuscript: Manuscript) => Omit<Report, 'at' | 'place'>,
): FormatRule {
  return {
    ...facts,
    severity: 'error',
    kind: 'both',
    guidelines: [],
    *inspect(manuscript) {
      for (const problem of manuscript.textProblems) {
        if (problem.code !== code) continue;
        const at = problem.code === 'duplicate-key' ? problem.at : [];
        const { start, end } = problem;
        yield { at, place: { start, end }, ...word(problem as Problem<C>, manuscript) };
      }
    },
  };
}

/** Rules about the text itself: can it be read at all. */
export const textRules: readonly FormatRule[] = [
  textRule(
    'syntax',
    {
      id: 'format/yaml-syntax',
      core: true,
      title: 'Text is not readable as YAML',
      speaks: 'The text breaks a rule of YAML. Nothing else is checked in this document until it is mended.',
    },
    ({ reason }) => ({ message: `This cannot be read as YAML: ${reason}.` }),
  ),
  textRule(
    'duplicate-key',
    {
      id: 'format/duplicate-key',
      core: true,
      title: 'Key given twice',
      speaks: 'A map has the same key twice. The first one is read, the second one is not.',
    },
    ({ key, first, at, nth }, manuscript) => ({
      message: `“${clip(key)}” is already given in line ${manuscript.stream.lines.position(first.start).line + 1}.`,
      related: [{ ...keyAt(at), message: `“${clip(key)}” is given here first` }],
      fixes: [removeEntry(manuscript, at, nth)],
    }),
  ),
  textRule(
    'too-large',
    {
      id: 'format/too-large',
      core: false,
      title: 'File too large',
      speaks: 'The file is longer than the setting max_file_bytes. Nothing in it is checked.',
    },
    ({ bytes, limit }) => {
      const [size, most] = sizes(bytes, limit);
      return { message: `This file has ${size}; files above ${most} are not checked.` };
    },
  ),
  textRule(
    'alias-limit',
    {
      id: 'format/alias-limit',
      core: false,
      title: 'Aliases repeat too much',
      speaks: 'Following all aliases would yield more text than can be read, or an alias leads back to itself.',
    },
    () => ({ message: 'The aliases in this document repeat too much to be followed.' }),
  ),
  textRule(
    'depth-limit',
    {
      id: 'format/depth-limit',
      core: false,
      title: 'Nested too deeply',
      speaks: 'Values lie inside one another deeper than the setting max_depth. The document is not checked.',
    },
    ({ limit }) => ({ message: `This is nested more than ${limit} levels deep and is not checked.` }),
  ),
];

/** Only where both entries say the same is nothing lost, so that no person has to look first. */
function removeEntry({ document, stream }: Manuscript, at: Problem<'duplicate-key'>['at'], nth: number): Fix {
  const holder = document?.node(at.slice(0, -1));
  const key = String(at.at(-1));
  const [first, again] =
    holder?.kind === 'map'
      ? [holder.entries.get(key)?.node, holder.repeated?.filter((entry) => entry.key === key)[nth - 1]?.node]
      : [];
  const same =
    first && again && stream.text.slice(first.start, first.end) === stream.text.slice(again.start, again.end);
  return {
    title: 'Remove this entry',
    kind: same ? 'complete' : 'waive',
    patches: [{ op: 'remove', at, nth }],
  };
}

/** Two sizes in words, as round as they may be without looking the same. */
function sizes(bytes: number, limit: number): [string, string] {
  const rounded = [bytes, limit].map(inWords) as [string, string];
  return rounded[0] === rounded[1] ? [`${bytes} bytes`, `${limit} bytes`] : rounded;
}

function inWords(bytes: number): string {
  const [unit, name] = bytes >= 1024 * 1024 ? [1024 * 1024, 'MB'] : bytes >= 1024 ? [1024, 'KB'] : [1, 'bytes'];
  return `${Math.round((bytes / unit) * 10) / 10} ${name}`;
}
