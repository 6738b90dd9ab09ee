import { readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONFIG, check, checkHere, description, folder, only, pairsIn } from './worksec.ts';

describe('worksec check --fix', () => {
  it('makes complete fixes and leaves every other byte as it is', async () => {
    const broken = [
      '\ufeffkind:   work-system   # what it is',
      'format: 1',
      'title: "Claims"',
      '',
      'informaton:',
      "    'claim-file' : { sensitivity: confidental } # odd",
      'oddity: stays',
    ].join('\r\n');
    const fixed = broken.replace('informaton', 'information').replace('confidental', 'confidential');
    const same = description('oddity: \t x   ');
    const cwd = folder({
      [CONFIG]: only('format/unknown-key', 'format/bad-choice'),
      'a.work-system.yaml': broken,
      'same.work-system.yaml': same,
      'far/away.yaml': broken,
    });
    symlinkSync('far/away.yaml', join(cwd, 'link.work-system.yaml'));
    const before = statSync(join(cwd, 'same.work-system.yaml'));
    const { code, out, err } = check(['--fix', '--format', 'json'], { cwd });
    expect(readFileSync(join(cwd, 'a.work-system.yaml'), 'utf8')).toBe(fixed);
    expect(readFileSync(join(cwd, 'far/away.yaml'), 'utf8')).toBe(fixed);
    expect(statSync(join(cwd, 'same.work-system.yaml'))).toMatchObject({ mtimeMs: before.mtimeMs, ino: before.ino });
    expect(err.split('\n').filter((line) => line.startsWith('fixed'))).toEqual([
      'fixed a.work-system.yaml:5  Rename to information  format/unknown-key',
      'fixed a.work-system.yaml:6  Replace with confidential  format/bad-choice',
      'fixed link.work-system.yaml:5  Rename to information  format/unknown-key',
      'fixed link.work-system.yaml:6  Replace with confidential  format/bad-choice',
    ]);
    expect(err).toContain('Made 4 fixes in 2 files.\n');
    // What is left after the fixes decides how it ends.
    expect(pairsIn(out)).toEqual([
      'a.work-system.yaml format/unknown-key oddity',
      'link.work-system.yaml format/unknown-key oddity',
      'same.work-system.yaml format/unknown-key oddity',
    ]);
    expect(code).toBe(1);
    expect((await checkHere(['--fix'], cwd)).err).toBe('Nothing could be fixed without a person.\n');
  });
});
