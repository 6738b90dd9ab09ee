import { describe, expect, it } from 'vitest';
import { githubReport } from '../../../server/src/reports/github.ts';
import { file, finding, hostileFile, whole } from './run.ts';

describe('the report for GitHub', () => {
  it('is one command for each finding, and a summary', () => {
    const across = { start: { line: 3, character: 4 }, end: { line: 5, character: 0 } };
    const files = [
      file(
        [
          finding({ severity: 'error' }),
          finding({ severity: 'information', range: across }),
          finding({ severity: 'hint', rule: 'own/keys-handed-out' }),
        ],
        [{ ...finding(), waiver: { because: 'It moves soon', by: 'comment' } }],
      ),
    ];
    expect(whole(githubReport(files))).toMatchInlineSnapshot(`
      "::error file=lettings.work-system.yaml,line=2,endLine=2,col=3,endColumn=6,title=Nothing limits what customers do with the information::A message (customers/misuse-unchecked)
      ::notice file=lettings.work-system.yaml,line=4,endLine=6,title=Nothing limits what customers do with the information::A message (customers/misuse-unchecked)
      ::notice file=lettings.work-system.yaml,line=2,endLine=2,col=3,endColumn=6,title=own/keys-handed-out::A message (own/keys-handed-out)
      1 file: 1 error, 1 note, 1 hint. 1 finding accepted.
      "
    `);
  });

  it('escapes what would end a property or a message', () => {
    const files = [file([finding({ file: 'a:b,c%d.yaml', message: '100 %: one,\r\ntwo::three' })])];
    expect(whole(githubReport(files))).toContain(
      '::warning file=a%3Ab%2Cc%25d.yaml,line=2,endLine=2,col=3,endColumn=6,title=Nothing limits what customers do with the information::100 %25: one, two::three (customers/misuse-unchecked)\n',
    );
  });

  it('never lets a file give a command of its own', () => {
    const lines = whole(githubReport([hostileFile()])).split('\n');
    expect(lines).toHaveLength(3);
    const [properties] = lines[0]!.slice('::warning '.length).split('::');
    expect(lines[0]!.startsWith('::warning file=')).toBe(true);
    expect(properties!.split(',').map((each) => each.split('=')[0])).toEqual([
      'file',
      'line',
      'endLine',
      'col',
      'endColumn',
      'title',
    ]);
    expect(lines.slice(1)).toEqual(['1 file: 1 warning. 1 finding accepted.', '']);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
    expect(lines[0]).not.toMatch(/[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]/);
  });
});
