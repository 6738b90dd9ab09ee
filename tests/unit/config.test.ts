import { describe, expect, it } from 'vitest';
import { readConfig } from '../../server/src/config.ts';
import { defaultSettings, settingsSchema } from '../../server/src/settings.ts';
import { parseStream } from '../../server/src/yaml/parse.ts';

/** What a settings file sets, and what is said about it: the words that are underlined, and the message. */
function settingsIn(text: string) {
  const { settings, problems } = readConfig(parseStream(text));
  return { settings, said: problems.map(({ span, message }) => [text.slice(span.start, span.end), message]) };
}

/** What is said about a settings file. */
const said = (text: string) => settingsIn(text).said;

it('what holds where nothing is set is what the schema reads out of nothing', () => {
  expect(defaultSettings).toEqual(settingsSchema.parse({}));
});

describe('a settings file that says nothing', () => {
  it.each([
    ['is empty', ''],
    ['holds only white space', '\n\n  \n'],
    ['holds only a comment', '# later\n'],
    ['holds only an empty document', '---\n'],
    ['holds nothing', '~\n'],
    ['holds an empty map', '{}\n'],
    ['holds names with nothing behind them', 'severity:\nsensitive_from:\nrules:\nignore:\n'],
  ])('because it %s', (_how, text) => {
    expect(settingsIn(text)).toEqual({ settings: {}, said: [] });
  });
});

describe('a settings file in order', () => {
  it('sets what it names and leaves everything else to the defaults', () => {
    const text = `severity:
  wording: hint
  activities/unwatched: off
  information/: error
  waivers/*: information
sensitive_from: internal
effort_limit_minutes: 7.5
snapshot_max_items: 40
privacy_screening: false
small_team: true
ignore: [archive/**, "*.draft.yaml"]
`;
    expect(settingsIn(text)).toEqual({
      settings: {
        severity: {
          wording: 'hint',
          'activities/unwatched': 'off',
          'information/': 'error',
          'waivers/*': 'information',
        },
        sensitive_from: 'internal',
        effort_limit_minutes: 7.5,
        snapshot_max_items: 40,
        privacy_screening: false,
        small_team: true,
        ignore: ['archive/**', '*.draft.yaml'],
      },
      said: [],
    });
  });

  it('may use anchors, aliases and merge keys', () => {
    expect(settingsIn('severity: { wording: &quiet hint, waivers: *quiet }\n')).toEqual({
      settings: { severity: { wording: 'hint', waivers: 'hint' } },
      said: [],
    });
  });
});

describe('a file that is no map of settings', () => {
  it.each([
    ['a list', '- sensitive_from: public\n', '- sensitive_from: public'],
    ['a sentence', 'Keep everything as it is\n', 'Keep everything as it is'],
    ['a number', '42\n', '42'],
  ])('%s', (_what, text, marked) => {
    expect(settingsIn(text)).toEqual({ settings: {}, said: [[marked, 'Settings are a map of names and values.']] });
  });

  it('broken YAML: nothing of it is used, since nobody knows what it would say', () => {
    expect(settingsIn('sensitive_from: public\nignore: [archive\nmax_depth: 3\n')).toEqual({
      settings: {},
      said: [['[', 'This cannot be read as YAML: a closing bracket ] is missing.']],
    });
  });

  it('a text that could not be read whole', () => {
    const bomb = `a: &a [x, x, x, x, x, x, x, x, x, x]\n${Array.from(
      { length: 6 },
      (_, i) => `${'bcdefg'[i]}: &${'bcdefg'[i]} [${Array.from({ length: 10 }, () => `*${'abcdef'[i]}`).join(', ')}]\n`,
    ).join('')}`;
    expect(said(bomb).map(([, message]) => message)).toEqual([
      'The aliases in this file repeat too much to be followed.',
    ]);
    expect(said(`${'['.repeat(80)}${']'.repeat(80)}`).map(([, message]) => message)).toEqual([
      'This is nested too deeply for settings.',
    ]);
    const { problems } = readConfig(parseStream('sensitive_from: public\n', { max_file_bytes: 10 }));
    expect(problems.map(({ message }) => message)).toEqual(['This file is too large for settings.']);
  });

  it('a second document', () => {
    expect(settingsIn('sensitive_from: public\n---\nmax_depth: 3\n')).toEqual({
      settings: { sensitive_from: 'public' },
      said: [['---', 'Settings are one document; nothing reads what follows.']],
    });
  });
});

describe('names nobody knows', () => {
  it.each([
    ['sensitiv_from: public', 'sensitiv_from', ' Did you mean sensitive_from?'],
    ['sensitiveFrom: public', 'sensitiveFrom', ' Did you mean sensitive_from?'],
    ['Ignore: []', 'Ignore', ' Did you mean ignore?'],
    ['ruls: []', 'ruls', ' Did you mean rules?'],
    ['theme: dark', 'theme', ''],
    ['constructor: 1', 'constructor', ''],
    ['__proto__: { sensitive_from: public }', '__proto__', ''],
    ['"": 1', '""', ''],
  ])('%s', (line, marked, hint) => {
    const key = marked === '""' ? '' : marked;
    expect(settingsIn(`${line}\nmax_depth: 3\n`)).toEqual({
      settings: { max_depth: 3 },
      said: [[marked, `“${key}” is not known here, so nothing reads it.${hint}`]],
    });
  });

  it('a name given twice: the first one holds', () => {
    expect(settingsIn('sensitive_from: public\nmax_depth: 3\nsensitive_from: internal\n')).toEqual({
      settings: { sensitive_from: 'public', max_depth: 3 },
      said: [['sensitive_from', '“sensitive_from” is already given in line 1, and that one holds.']],
    });
  });
});

describe('values that cannot be used are left out, each for itself', () => {
  it.each([
    [
      'sensitive_from: confidental',
      'confidental',
      'sensitive_from takes one of public, internal, confidential, restricted, not “confidental”. Did you mean confidential?',
    ],
    ['sensitive_from: [public]', '[public]', 'sensitive_from takes one of public, internal, confidential, restricted.'],
    ['effort_limit_minutes: ten', 'ten', 'effort_limit_minutes takes a number.'],
    ['effort_limit_minutes: "10"', '"10"', 'effort_limit_minutes takes a number.'],
    ['effort_limit_minutes: 0', '0', 'effort_limit_minutes takes more than 0.'],
    ['effort_limit_minutes: .inf', '.inf', 'effort_limit_minutes takes a number.'],
    ['snapshot_max_items: 2.5', '2.5', 'snapshot_max_items takes a whole number.'],
    ['repeated_text_min: 1', '1', 'repeated_text_min takes at least 2.'],
    ['max_depth: 100', '100', 'max_depth takes at most 64.'],
    ['privacy_screening: yes', 'yes', 'privacy_screening takes true or false.'],
    ['small_team: 7', '7', 'small_team takes true or false.'],
    ['ignore: archive', 'archive', 'ignore takes a list.'],
    ['ignore: [archive, 7]', '7', 'An entry of ignore takes a text.'],
    ['severity: off', 'off', 'severity takes a map of names and values.'],
    ['severity: [off]', '[off]', 'severity takes a map of names and values.'],
    ['rules: { own/backup: yes }', '{ own/backup: yes }', 'rules takes a list.'],
  ])('%s', (line, marked, message) => {
    expect(settingsIn(`${line}\none_class_min_items: 9\n`)).toEqual({
      settings: { one_class_min_items: 9 },
      said: [[marked, message]],
    });
  });

  it('all of them are told, in the order of the text', () => {
    expect(said('max_depth: none\ntheme: dark\nsmall_team: few\n').map(([marked]) => marked)).toEqual([
      'none',
      'theme',
      'few',
    ]);
  });
});

describe('severities', () => {
  const severity = (line: string) => settingsIn(`severity:\n  ${line}\n  wording: hint\n`);

  it.each([
    [
      'activities/unwatchd: off',
      'activities/unwatchd',
      'No rule and no group of rules is called “activities/unwatchd”. Did you mean activities/unwatched?',
    ],
    ['activites: off', 'activites', 'No rule and no group of rules is called “activites”. Did you mean activities?'],
    ['wordings/*: off', 'wordings/*', 'No rule and no group of rules is called “wordings/*”. Did you mean wording?'],
    ['unwatched: off', 'unwatched', 'No rule and no group of rules is called “unwatched”.'],
    ['own/backup-place: off', 'own/backup-place', 'No rule and no group of rules is called “own/backup-place”.'],
    ['__proto__: off', '__proto__', 'No rule and no group of rules is called “__proto__”.'],
    ['toString: off', 'toString', 'No rule and no group of rules is called “toString”.'],
    ['activities: warn', 'warn', 'activities takes one of error, warning, information, hint, off, not “warn”.'],
    [
      'activities: warnings',
      'warnings',
      'activities takes one of error, warning, information, hint, off, not “warnings”. Did you mean warning?',
    ],
    ['activities: false', 'false', 'activities takes one of error, warning, information, hint, off, not “false”.'],
    ['activities: [off]', '[off]', 'activities takes one of error, warning, information, hint, off.'],
  ])('%s', (line, marked, message) => {
    expect(severity(line)).toEqual({ settings: { severity: { wording: 'hint' } }, said: [[marked, message]] });
  });

  it('a name and its level can both be wrong', () => {
    expect(severity('wordng: loud').said).toEqual([
      ['wordng', 'No rule and no group of rules is called “wordng”. Did you mean wording?'],
      ['loud', 'wordng takes one of error, warning, information, hint, off, not “loud”.'],
    ]);
  });

  it('a level that is not there changes nothing', () => {
    expect(severity('activities:')).toEqual({ settings: { severity: { wording: 'hint' } }, said: [] });
  });
});

describe('what a file says about prototypes', () => {
  it('never reaches one', () => {
    settingsIn(
      '__proto__: { polluted: true }\nseverity: { __proto__: { polluted: true } }\nrules: [{ __proto__: { polluted: true } }]\n',
    );
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
