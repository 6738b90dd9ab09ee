import { describe, expect, it } from 'vitest';
import { Progress } from '../../server/src/cli/progress.ts';
import { plain } from '../../server/src/reports/paint.ts';

/** Checks ten times a hundred files, so many milliseconds apart, and tells what was written. */
function written(step: number, { isLive = true, wanted = true, width = 80 } = {}): string[] {
  const lines: string[] = [];
  let now = 0;
  const sink = { write: (text: string) => lines.push(text), paint: plain, width, isLive };
  const progress = new Progress(1000, sink, wanted, () => now);
  for (let i = 0; i < 10; i++) {
    now += step;
    progress.add(100);
  }
  progress.end();
  return lines;
}

describe('progress on a terminal', () => {
  it('is told once a check takes time, not too often, and is gone at the end', () => {
    expect(written(200)).toEqual([
      '\r\u001b[2KChecked 300 of 1,000 files',
      '\r\u001b[2KChecked 400 of 1,000 files',
      '\r\u001b[2KChecked 500 of 1,000 files',
      '\r\u001b[2KChecked 600 of 1,000 files',
      '\r\u001b[2KChecked 700 of 1,000 files',
      '\r\u001b[2KChecked 800 of 1,000 files',
      '\r\u001b[2KChecked 900 of 1,000 files',
      '\r\u001b[2KChecked 1,000 of 1,000 files',
      '\r\u001b[2K',
    ]);
    expect(written(70)).toHaveLength(3);
  });

  it('never takes more than a line', () => {
    for (const line of written(200, { width: 12 })) expect(line.replace('\r\u001b[2K', '').length).toBeLessThan(12);
  });

  it('says nothing of a short check, on no terminal, and where nobody wants it', () => {
    expect(written(10)).toEqual([]);
    expect(written(200, { isLive: false })).toEqual([]);
    expect(written(200, { wanted: false })).toEqual([]);
  });
});
