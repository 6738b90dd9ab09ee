import { it } from 'vitest';
import { namesIn } from '../../../server/src/features/occurrences/names.ts';
import { rename } from '../../../server/src/features/rename.ts';
import { readSample, sampleFiles } from '../../helpers/collection.ts';
import { uriOf, worldOf } from '../../helpers/cursor.ts';
import { textsAfter } from '../../helpers/workspace-edit.ts';
const texts = Object.fromEntries(sampleFiles.map((f) => [f, readSample(f)]));
it('x', () => {
  const world = worldOf(texts);
  const rules = (w: typeof world) => sampleFiles.flatMap((f) => w.file(uriOf(f))!.checked.findings.map(({ rule }) => `${f} ${rule}`)).sort().join('\n');
  const before = rules(world);
  let refused = 0, done = 0; const reasons: Record<string, number> = {};
  let seed = 7; const rnd = (n: number) => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed % n; };
  for (let i = 0; i < 120; i++) {
    const f = sampleFiles[rnd(sampleFiles.length)]!; const sheet = world.file(uriOf(f))!;
    const all = namesIn(sheet, sheet.stream.documents[0]!)!.all;
    const a = all[rnd(all.length)]!; const b = all[rnd(all.length)]!;
    const e = rename(world, uriOf(f), sheet.stream.lines.position(a.span.start), b.id);
    if ('refused' in e) { refused++; const k = e.refused.replace(/“[^”]*”/g, '_').slice(0, 60); reasons[k] = (reasons[k] ?? 0) + 1; continue; }
    done++;
    const after = rules(worldOf({ ...texts, ...textsAfter(world, e) }));
    if (after !== before) console.log('DIFF', f, a.id, a.at.join('.'), '->', b.id, '\n', after.split('\n').filter((l) => !before.includes(l)), before.split('\n').filter((l) => !after.includes(l)));
  }
  console.log({ refused, done, reasons });
}, 200000);
