import { describe, expect, it, vi } from 'vitest';
import { type CheckedFile, checkFile } from '../../../server/src/check/check.ts';
import { noteWhoLooks } from '../../../server/src/formats/onlookers.ts';
import { modelRules } from '../../../server/src/rules/index.ts';
import { defaultSettings } from '../../../server/src/settings.ts';
import { parseStream } from '../../../server/src/yaml/parse.ts';
import { asData } from '../../helpers/as-data.ts';
import { TODAY } from '../../helpers/check.ts';

const DESCRIPTION = `\
kind: work-system
format: 1
title: Repairs
activities:
  repair:
    name: Repair it
    does: Mends what broke
    uses: [file]
    performed_by: [plumbers]
participants:
  plumbers:
    name: Plumbers
    awareness: They are told at the start
information:
  file:
    name: Tenant file
    sensitivity: confidential
`;

noteWhoLooks();

/** Rules that look past the words, at comments and waivers: these are asked each time. */
const ALWAYS = ['waivers/disable-comment-incomplete', 'waivers/orphan-path', 'waivers/unused'];

const checked = (text: string, before?: CheckedFile, today = TODAY): CheckedFile =>
  checkFile({
    file: 'a.work-system.yaml',
    stream: parseStream(text),
    today,
    settings: defaultSettings,
    open: () => undefined,
    before,
  });

/** The rules that are asked when words change, apart from those that are asked each time. */
function askedAfter(from: string, to: string, today = TODAY): string[] {
  const before = checked(DESCRIPTION);
  const spies = modelRules.map((rule) => vi.spyOn(rule, 'check'));
  const text = DESCRIPTION.replace(from, to);
  const again = checked(text, before, today);
  const asked = modelRules.filter((_rule, i) => spies[i]!.mock.calls.length > 0).map(({ id }) => id);
  for (const spy of spies) spy.mockRestore();
  expect(again.findings.map(asData)).toEqual(checked(text, undefined, today).findings.map(asData));
  return asked.filter((id) => !ALWAYS.includes(id));
}

describe('after a change', () => {
  it('of what nobody looks at, no rule is asked again', () => {
    expect(askedAfter('Mends what broke', 'Mends what is broken')).toEqual([]);
    expect(askedAfter('title: Repairs', 'title: Repairs of pipes')).toEqual([]);
  });

  it('of a name, those rules are asked that told it', () => {
    const asked = askedAfter('name: Plumbers', 'name: Our plumbers');
    expect(asked).toContain('participants/training-missing');
    expect(asked).not.toContain('information/unprotected');
    expect(asked.length).toBeLessThan(10);
  });

  it('of a class, those are asked that go by whether something is sensitive', () => {
    const asked = askedAfter('confidential', 'public');
    expect(asked).toContain('information/unprotected');
    expect(asked).toContain('participants/training-missing');
  });

  it('of an answer, those are asked that look at how it is worded', () => {
    const asked = askedAfter('They are told at the start', 'done');
    expect(asked).toContain('wording/bare-assurance');
    expect(asked).not.toContain('activities/unwatched');
  });

  it('of more than words, all are asked', () => {
    expect(askedAfter('    sensitivity: confidential\n', '').length).toBeGreaterThan(50);
  });

  it('of the day, all are asked', () => {
    expect(askedAfter('Repairs', 'Repairs', '2026-11-24').length).toBeGreaterThan(50);
  });
});
