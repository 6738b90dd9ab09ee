import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { markdownReport } from '../../../server/src/reports/markdown.ts';
import { escaped } from '../../../server/src/reports/markdown-text.ts';
import { visible } from '../../../server/src/text/visible.ts';
import { file, finding, HOSTILE, hostileFile, reported, whole } from './run.ts';

const reader = new MarkdownIt({ html: true, linkify: true });
reader.linkify.set({ fuzzyLink: false });

/** What is left to read of some HTML. */
const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('\u200b', '')
    .replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name]!);

describe('the Markdown report', () => {
  it('tells what is open in each file, and what was accepted by whom and until when', () => {
    const clean = file([], [], { file: 'clean.work-system.yaml' });
    const findings = [finding({ severity: 'hint' }), finding({ severity: 'error' }), finding({ rule: 'own/keys' })];
    const waived = [
      {
        ...finding(),
        waiver: { because: 'It moves', decided_by: 'Manager', until: '2027-01-31', by: 'waiver' as const },
      },
      { ...finding(), waiver: { because: 'It moves', by: 'comment' as const } },
    ];
    expect(whole(markdownReport([file(findings, waived), clean]))).toMatchInlineSnapshot(`
      "## Work System Security

      **2 files: 1 error, 1 warning, 1 hint.** 2 findings accepted.

      ### lettings.work-system.yaml · Lettings

      - **error** line 2: A message ([customers/misuse-unchecked](https://github.com/work-system-security/work-system-security/blob/main/docs/rules/customers/misuse-unchecked.md))
      - **warning** line 2: A message (own/keys)
      - **hint** line 2: A message ([customers/misuse-unchecked](https://github.com/work-system-security/work-system-security/blob/main/docs/rules/customers/misuse-unchecked.md))

      Accepted:

      - line 2, until 2027-01-31, decided by Manager: It moves ([customers/misuse-unchecked](https://github.com/work-system-security/work-system-security/blob/main/docs/rules/customers/misuse-unchecked.md))
      - line 2, by a comment in the file: It moves ([customers/misuse-unchecked](https://github.com/work-system-security/work-system-security/blob/main/docs/rules/customers/misuse-unchecked.md))
      "
    `);
  });

  it('is a heading and a line where nothing was found', () => {
    expect(whole(markdownReport([file([])]))).toBe('## Work System Security\n\n**1 file: nothing to report.**\n');
  });

  it('shows hostile text as it is, and makes nothing of it', () => {
    const told = escaped(HOSTILE, HOSTILE.length);
    const html = reader.renderInline(told);
    expect(html).not.toMatch(/<[a-z!/]/i);
    expect(textOf(html)).toBe(visible(HOSTILE));
    // What GitHub and GitLab make of the text afterwards needs the sign and the name side by side.
    expect(html).not.toMatch(/[@#!~$](?=[a-z0-9])|:\/\/|www\.(?!\u200b)|GH-(?!\u200b)|:\+1:/i);
    expect(told).not.toContain('\n');
  });

  it('holds nothing but its own headings, lists and links', () => {
    const html = reader.render(whole(markdownReport([hostileFile()])));
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)[^>]*>/gi)].map(([, tag]) => tag));
    expect([...tags].sort()).toEqual(['h2', 'h3', 'li', 'p', 'strong', 'ul']);
    const links = [...reader.render(whole(markdownReport([reported()]))).matchAll(/href="([^"]*)"/g)].map(
      ([, url]) => url,
    );
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect(link).toMatch(/\/docs\/rules\/[a-z-]+\/[a-z-]+\.md$/);
  });

  it('fits into a comment, however much there is', () => {
    const many = file(Array.from({ length: 50 }, () => finding({ message: '@a'.repeat(500) })));
    const one = whole(markdownReport([many]));
    expect(one.match(/^- /gm)).toHaveLength(20);
    expect(one).toContain('- and 31 more\n');
    const all = whole(markdownReport(Array.from({ length: 50 }, () => many)));
    expect(all.length).toBeLessThan(65_536);
    expect(all).toMatch(/\n\d+ more files with findings: `worksec check` shows all of them\.\n$/);
  });
});
