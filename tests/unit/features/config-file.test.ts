import { describe, expect, it } from 'vitest';
import { configDiagnostics } from '../../../server/src/features/config-diagnostics.ts';
import { configCompletions, configHover } from '../../../server/src/features/config-file.ts';
import { parseStream } from '../../../server/src/yaml/parse.ts';
import { applyToText } from '../../helpers/lsp-edits.ts';

/** A text with the cursor at `<|>`. */
function at(marked: string) {
  const offset = marked.indexOf('<|>');
  const text = marked.replace('<|>', '');
  const stream = parseStream(text);
  return { text, stream, position: stream.lines.position(offset) };
}

const labels = (marked: string): string[] => {
  const { stream, position } = at(marked);
  return configCompletions(stream, position).items.map(({ label }) => label);
};

function complete(marked: string, label: string): string {
  const { text, stream, position } = at(marked);
  const { textEdit } = configCompletions(stream, position).items.find((item) => item.label === label)!;
  return applyToText(text, [textEdit as never]);
}

describe('completion in the settings file', () => {
  it('offers the settings that are not there yet', () => {
    expect(labels('<|>')).toContain('sensitive_from');
    expect(labels('sensitive_from: internal\n<|>')).not.toContain('sensitive_from');
    expect(complete('priv<|>\n', 'privacy_screening')).toBe('privacy_screening: \n');
  });

  it('offers values', () => {
    expect(labels('sensitive_from: <|>')).toEqual(['public', 'internal', 'confidential', 'restricted']);
    expect(labels('privacy_screening: <|>')).toEqual(['true', 'false']);
    expect(complete('sensitive_from: int<|>', 'internal')).toBe('sensitive_from: internal');
  });

  it('offers rules and groups of rules, and their severities', () => {
    expect(labels('severity:\n  <|>')).toEqual(expect.arrayContaining(['wording', 'activities/unwatched']));
    expect(labels('severity:\n  wording: <|>')).toEqual(['error', 'warning', 'information', 'hint', 'off']);
    expect(complete('severity: { wor<|> }', 'wording')).toBe('severity: { wording:  }');
  });

  it('offers the parts of a rule of one’s own', () => {
    expect(labels('rules:\n  - id: own/backup\n    <|>')).toEqual(
      expect.arrayContaining(['question', 'why', 'severity', 'for', 'where', 'answer']),
    );
    expect(labels('rules:\n  - id: own/backup\n    for: <|>')).toContain('information');
  });
});

describe('hover in the settings file', () => {
  it('tells what a setting does', () => {
    const { stream, position } = at('effort_<|>limit_minutes: 20\n');
    expect(configHover(stream, position)).toMatchObject({
      contents: { value: 'Security effort for each person and day, in minutes' },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 20 } },
    });
  });

  it('is silent on values and on names it does not know', () => {
    for (const marked of ['effort_limit_minutes: 2<|>0\n', 'eff<|>ort: 20\n', '<|>']) {
      const { stream, position } = at(marked);
      expect(configHover(stream, position)).toBeNull();
    }
  });
});

describe('findings in the settings file', () => {
  it('stand at the word that cannot be used', () => {
    const [found] = configDiagnostics(parseStream('severity: { wordng: hint }\n'));
    expect(found).toMatchObject({
      range: { start: { line: 0, character: 12 }, end: { line: 0, character: 18 } },
      severity: 2,
    });
    expect(found?.message).toContain('Did you mean wording?');
  });

  it('are none where all can be used', () => {
    expect(configDiagnostics(parseStream('severity: { wording: hint }\nsmall_team: true\n'))).toEqual([]);
  });
});
