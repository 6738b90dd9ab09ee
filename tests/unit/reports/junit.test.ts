import { DOMParser, type Element, onErrorStopParsing } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { junitReport } from '../../../server/src/reports/junit.ts';
import type { ReportedFile } from '../../../server/src/reports/reported.ts';
import { FILE, file, finding, hostileFile, reported, whole } from './run.ts';

/** Parses strictly: anything that is not well-formed throws. */
const parse = (files: readonly ReportedFile[]): Element =>
  new DOMParser({ onError: onErrorStopParsing }).parseFromString(whole(junitReport(files)), 'text/xml')
    .documentElement!;

const attributes = (element: Element): Record<string, string> =>
  Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value]));

const all = (root: Element, name: string): Element[] => Array.from(root.getElementsByTagName(name));

describe('the JUnit report', () => {
  it('counts what fails, passes and is skipped', () => {
    const mixed = file(
      [
        finding({ severity: 'error' }),
        finding({ severity: 'warning' }),
        finding({ severity: 'information' }),
        finding({ severity: 'hint' }),
      ],
      [{ ...finding(), waiver: { because: 'It moves soon', by: 'comment' } }],
    );
    const root = parse([mixed, file([], [], { file: 'clean.work-system.yaml' })]);
    expect(attributes(root)).toEqual({ name: 'worksec', tests: '6', failures: '2', errors: '0', skipped: '1' });
    expect(all(root, 'testsuite').map(attributes)).toEqual([
      { name: FILE, tests: '5', failures: '2', errors: '0', skipped: '1' },
      { name: 'clean.work-system.yaml', tests: '1', failures: '0', errors: '0', skipped: '0' },
    ]);
    const inside = all(root, 'testcase').map((each) => Array.from(each.childNodes, ({ nodeName }) => nodeName));
    expect(inside.map((names) => names.filter((name) => name !== '#text').join())).toEqual([
      'failure',
      'failure',
      'system-out',
      'system-out',
      'skipped',
      '',
    ]);
  });

  it('agrees with its own counts for a whole run', () => {
    const run = reported();
    const root = parse([run]);
    const grave = run.findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
    expect(all(root, 'testcase')).toHaveLength(run.findings.length + run.waived.length);
    expect(all(root, 'failure')).toHaveLength(grave.length);
    expect([root.getAttribute('failures'), root.getAttribute('skipped')]).toEqual([String(grave.length), '2']);
    expect(all(root, 'skipped').map((each) => each.getAttribute('message'))).toEqual([
      'Accepted until 2027-01-31, decided by Managing director: A new lead comes in the new year',
      'Accepted by a comment in the file: It moves to the new program in March',
    ]);
  });

  it('names a case by its question and shows the place', () => {
    const failing = all(parse([reported()]), 'testcase').find((each) =>
      each.getAttribute('name')?.includes('performed_by'),
    )!;
    expect(attributes(failing)).toEqual({
      classname: FILE,
      name: 'Name leads nowhere: activities.let.performed_by.0',
      file: FILE,
      line: '10',
    });
    const failure = failing.getElementsByTagName('failure')[0]!;
    expect(attributes(failure)).toEqual({
      message: 'Nothing here is called “negotiator”. Did you mean negotiators?',
      type: 'error',
    });
    expect(failure.textContent!.split('\n')).toEqual([
      `${FILE}:10:20 error: Nothing here is called “negotiator”. Did you mean negotiators?`,
      `${FILE}:6:3 “negotiators” stands under participants`,
      expect.stringMatching(/^reference\/unknown-id: https:.*\/reference\/unknown-id\.md$/),
    ]);
  });

  it('stays XML whatever a file holds', () => {
    const root = parse([hostileFile()]);
    expect(all(root, 'testcase')).toHaveLength(2);
    expect(all(root, 'script')).toEqual([]);
    expect(all(root, 'failure')[0]!.getAttribute('message')).toContain('<script>alert("1")</script>');
    expect(parse([]).getAttribute('tests')).toBe('0');
  });
});
