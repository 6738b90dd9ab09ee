import { it } from 'vitest';
import { fixture, readRoundTrip, readSample, roundTripFiles, sampleFiles } from '../../helpers/collection.ts';
import { taken } from '../../helpers/completing.ts';
import { worldOf, uriOf } from '../../helpers/cursor.ts';
import { completions } from '../../../server/src/features/completion/completions.ts';
import { parseStream } from '../../../server/src/yaml/parse.ts';

const bad = (text: string) => parseStream(text).documents.reduce((n, d) => n + d.problems.filter((p) => p.code !== 'duplicate-key').length, 0);
let seed = Number(process.env.SEED ?? 1);
const rnd = () => ((seed = (seed * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff);
it('explores', () => {
  const texts = Object.fromEntries([...sampleFiles.map((f) => [f, readSample(f)]), ...(process.env.RT ? roundTripFiles.map((f) => [f, readRoundTrip(f)]) : [])]); const names = process.env.RT ? roundTripFiles : sampleFiles;
  let shown = 0, n = 0, applied = 0, offered = 0; const N = Number(process.env.N ?? 800);
  const kinds: Record<string, number> = {};
  for (let i = 0; i < N; i++) {
    const f = names[Math.floor(rnd() * names.length)]!;
    let text = texts[f]!;
    const lines = text.split('\n');
    const l = Math.floor(rnd() * lines.length);
    const line = lines[l]!;
    const way = ['blank', 'dash', 'value', 'cut', 'word', 'truncate', 'flow', 'elem'][Math.floor(rnd() * 8)]!;
    let o = 0;
    const start = lines.slice(0, l).join('\n').length + (l ? 1 : 0);
    if (way === 'blank' || way === 'dash' || way === 'word') {
      const ind = ' '.repeat(Math.floor(rnd() * 5) * 2) + (way === 'dash' ? '- ' : way === 'word' ? 'wh' : '');
      text = text.slice(0, start) + ind + '\n' + text.slice(start); o = start + ind.length;
    } else if (way === 'value') {
      const m = /^(.*?: ?)(\S.*)$/.exec(line); if (!m) continue;
      text = text.slice(0, start) + m[1] + text.slice(start + line.length); o = start + m[1]!.length;
    } else if (way === 'cut') {
      o = start + Math.floor(rnd() * (line.length + 1)); text = text.slice(0, o) + text.slice(start + line.length);
    } else if (way === 'truncate') {
      o = start + Math.floor(rnd() * (line.length + 1)); text = text.slice(0, o);
    } else if (way === 'flow') {
      const j = line.search(/[[{,] ?/); if (j < 0) continue; o = start + j + 1; text = text.slice(0, o) + [' ', '', ' a', ' , '][Math.floor(rnd()*4)] + text.slice(o); o++;
    } else { const m = /^(\s*)- \S.*$/.exec(line); if (!m) continue; o = start + m[1]!.length + 2; text = text.slice(0, o) + text.slice(start + line.length); }
    if (rnd() < 0.3) { const before = text.slice(0, o); text = text.replace(/\r?\n/g, '\r\n'); o = before.replace(/\r?\n/g, '\r\n').length; }
    const world = worldOf(rnd() < 0.2 ? { ...texts, [f]: text } : { [f]: text });
    let file: any; try { file = world.file(uriOf(f))!; } catch { continue; }
    const ln = file.stream.lines.position(o);
    const { items } = completions(world, uriOf(f), ln, { snippets: true });
    n++; offered += items.length ? 1 : 0; kinds[way + (items.length ? '+' : '-')] = (kinds[way + (items.length ? '+' : '-')] ?? 0) + 1;
    const before = bad(text);
    const seen = new Set<string>();
    for (const item of items) {
      const nt = (item.textEdit as any).newText as string;
      const shape = `${item.kind} ${nt.replace(/[\w.-]+/g, 'x')}`;
      if (seen.has(shape)) continue; seen.add(shape); applied++;
      const after = taken(text, item);
      if (bad(after) > before && shown++ < 12) {
        const c = file.stream.lines; const s = c.start(Math.max(0, ln.line - 3));
        console.log(way, f, ln, item.label, JSON.stringify(nt), JSON.stringify((item.textEdit as any).range), '\n' + text.slice(s, o) + '<|>' + text.slice(o, c.end(ln.line + 3)));
      }
    }
  }
  console.log({ n, offered, applied, shown, kinds });
}, 600000);
