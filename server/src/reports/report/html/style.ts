/** The look of a page: light, dark and printed. Nothing in it is fetched from anywhere. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ink: #1c2430; --soft: #566070; --paper: #ffffff; --panel: #f4f6f8; --line: #d5dae1; --link: #0b57a4;
  --answered: #1a7f5a; --na: #6b7580; --accepted: #3f5fc4; --open: #b35309;
  --alarm: #a3240a; --alarm-paper: #fdf0ec;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6e9ee; --soft: #a9b2bf; --paper: #14181e; --panel: #1d232b; --line: #384250; --link: #8ec1ff;
    --answered: #4cc38a; --na: #98a3ae; --accepted: #93a9ff; --open: #f2a65a;
    --alarm: #ff9d84; --alarm-paper: #35201b;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 64rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  overflow-wrap: anywhere;
}
h1, h2, h3, h4, h5 { line-height: 1.25; margin: 0 0 .5rem; break-after: avoid; }
h1 { font-size: 1.9rem; }
h2 { font-size: 1.35rem; margin-top: 2.75rem; padding-top: .75rem; border-top: 2px solid var(--line); }
h3 { font-size: 1.1rem; margin-top: 1.75rem; }
h4 { font-size: 1rem; margin-top: 1.25rem; }
p, ul, ol, dl, figure { margin: 0 0 .75rem; }
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem 1rem; z-index: 1; }
.soft { color: var(--soft); font-size: .9rem; }
.lead { font-size: 1.1rem; }
.summary { padding-left: 1.2rem; }
.summary li { margin-bottom: .3rem; }
nav ul { list-style: none; padding: 0; margin: 0; columns: 16rem; column-gap: 2rem; }
nav li { break-inside: avoid; padding: .1rem 0; }
nav h2 { font-size: 1rem; margin: 1.5rem 0 .25rem; padding: 0; border: 0; }
.counts { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1rem 0; }
.counts div { flex: 1 1 7rem; padding: .6rem .9rem; background: var(--panel); border-radius: .4rem; border-left: .35rem solid var(--line); }
.counts .answered { border-color: var(--answered); }
.counts .na { border-color: var(--na); }
.counts .accepted { border-color: var(--accepted); }
.counts .open { border-color: var(--open); }
.counts dt { font-size: .9rem; color: var(--soft); }
.counts dd { margin: 0; font-size: 1.6rem; font-weight: 650; line-height: 1.2; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; margin: 0 0 1rem; font-size: .95rem; }
caption { text-align: left; font-weight: 600; padding-bottom: .3rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { text-align: left; vertical-align: top; padding: .45rem .6rem; border-bottom: 1px solid var(--line); }
thead th { font-size: .85rem; color: var(--soft); font-weight: 600; border-bottom-width: 2px; }
tbody th { font-weight: 500; }
tr { break-inside: avoid; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.points thead th:nth-child(1) { width: 48%; }
.points thead th:nth-child(2) { width: 28%; }
.answers thead th:nth-child(1) { width: 19%; }
.answers thead th:nth-child(3) { width: 35%; }
.people thead th:nth-child(1) { width: 30%; }
.people thead th:nth-child(2) { width: 16%; }
.decided thead th:nth-child(3) { width: 30%; }
.coverage thead th:first-child { width: 30%; }
.coverage thead .number { width: 11%; }
.shared thead th:nth-child(2) { width: 18%; }
.rule { display: block; font-size: .8rem; }
.bar { display: block; width: 100%; height: .8rem; margin-top: .35rem; }
.bar .answered { fill: var(--answered); }
.bar .na { fill: var(--na); }
.bar .accepted { fill: var(--accepted); }
.bar .open { fill: var(--line); }
.severity { display: inline-block; font-size: .75rem; font-weight: 650; padding: .05rem .45rem; border-radius: .6rem; border: 1px solid var(--line); color: var(--soft); margin-right: .35rem; }
.severity.grave { border-color: var(--alarm); color: var(--alarm); background: var(--alarm-paper); }
.as { color: var(--soft); }
.lines { list-style: none; padding: 0; margin: 0; }
figure { break-inside: avoid; margin: 1.25rem 0 2rem; }
figcaption { font-weight: 600; margin-bottom: .5rem; break-after: avoid; }
figure svg { display: block; max-width: 100%; height: auto; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 2px solid var(--line); color: var(--soft); font-size: .9rem; }
@media (max-width: 40rem) {
  body { padding: 1rem .9rem 3rem; }
  table { font-size: .88rem; }
  th, td { padding: .4rem .35rem; }
  thead th { font-size: .72rem; }
  .share { display: none; }
  .coverage th, .coverage td { padding-inline: .15rem; }
  .coverage thead th:first-child { width: 26%; }
  .coverage thead .number { width: 18.5%; font-size: .68rem; }
}
@page { margin: 16mm 15mm 18mm; }
@media print {
  :root {
    --ink: #000000; --soft: #444b55; --paper: #ffffff; --panel: #f4f6f8; --line: #c3c9d2; --link: #000000;
    --answered: #1a7f5a; --na: #6b7580; --accepted: #3f5fc4; --open: #b35309;
    --alarm: #8c1d06; --alarm-paper: #ffffff;
  }
  body { max-width: none; padding: 0; font-size: 10pt; }
  .skip, nav { display: none; }
  h2 { margin-top: 1.5rem; }
  a { text-decoration: none; }
  .counts div, .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  figure svg { max-height: 225mm; }
  article { break-before: page; }
}
`;
