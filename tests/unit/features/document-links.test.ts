import { describe, expect, it } from 'vitest';
import { documentLinks } from '../../../server/src/features/document-links.ts';
import { atCursor, type CursorOptions, textIn } from '../../helpers/cursor.ts';

const CHARTER = 'kind: project-charter\nformat: 1\ntitle: Portal\n';

/** The links of a text: what is underlined, where it leads, what the editor says of it. */
function links(text: string, options?: CursorOptions): string[][] {
  const { world, uri, file } = atCursor(text, options);
  return documentLinks(world, uri).map(({ range, target, tooltip }) => [
    textIn(file, range),
    target!.replace(/^.*\/(?=docs\/)/, ''),
    tooltip!,
  ]);
}

describe('links', () => {
  it('open the linked descriptions', () => {
    const text = `${CHARTER}work_system:\n  as_is: claims.work-system.yaml\n  to_be: "next/new claims.yaml#portal" # soon\n`;
    expect(links(text)).toEqual([
      ['claims.work-system.yaml', 'file:///work/claims.work-system.yaml', 'Open claims.work-system.yaml'],
      ['next/new claims.yaml#portal', 'file:///work/next/new claims.yaml', 'Open new claims.yaml, where portal stands'],
    ]);
  });

  it('stand for the as-is description where the path stands alone', () => {
    expect(links(`${CHARTER}work_system: claims.work-system.yaml\n`)[0]![1]).toBe(
      'file:///work/claims.work-system.yaml',
    );
  });

  it('lead to another document of the same file', () => {
    expect(links(`${CHARTER}work_system: { as_is: "#claims" }\n`)).toEqual([
      ['#claims', 'file:///work/example.charter.yaml', 'Open this file, where claims stands'],
    ]);
  });

  it('never leave the folder', () => {
    for (const target of ['../secret.yaml', '/etc/passwd', 'https://evil.example/x', 'file:///etc/passwd', '#', '""'])
      expect(links(`${CHARTER}work_system: { as_is: "${target.replaceAll('"', '')}" }\n`)).toEqual([]);
  });

  it('open the pages of rules in waivers and comments', () => {
    const text = `kind: work-system
waivers:
  - { rule: participants/training-missing, because: Monday }
  - rule: 'customers/misuse-unchecked'
  - rule: no/such-rule
# worksec-disable-next-line information/no-owner: Ada decides
#worksec-disable-next-line  no/such-rule: really
title: Claims
`;
    expect(links(text)).toEqual([
      [
        'information/no-owner',
        'docs/rules/information/no-owner.md',
        'Open the page of “Sensitive information without an owner”',
      ],
      [
        'participants/training-missing',
        'docs/rules/participants/training-missing.md',
        'Open the page of “Handlers without training”',
      ],
      [
        'customers/misuse-unchecked',
        'docs/rules/customers/misuse-unchecked.md',
        'Open the page of “Nothing limits what customers do with the information”',
      ],
    ]);
  });

  it('are there while the text is broken, and in flow style with CRLF', () => {
    const text = `${CHARTER}work_system: { as_is: 😀.yaml, to_be: b.yaml }\nroles: [x\n`.replaceAll('\n', '\r\n');
    expect(links(text).map(([words]) => words)).toEqual(['😀.yaml', 'b.yaml']);
  });

  it('are none in other files', () => {
    expect(links('kind: Deployment\nwork_system: { as_is: a.yaml }\n', { file: 'other.yaml' })).toEqual([]);
  });
});
