/** How a printed sheet looks. The hash is what the page's own policy allows, and a test holds both together. */
const text = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0; overflow-wrap: anywhere; }
main { max-width: 46rem; margin: 0 auto; padding: 1rem 1.5rem 3rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 1.5rem 0 0.5rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 0.5rem; break-after: avoid; }
.note, .ref { color: color-mix(in srgb, currentColor 70%, transparent); }
.note { margin: 0 0 0.5rem; break-after: avoid; }
.ref { font-size: 0.7rem; margin: 0.15rem 0 0; text-align: right; }
.by { display: flex; gap: 2rem; }
.by span { flex: 2; border-bottom: 1px solid; padding-top: 1rem; }
.by span + span { flex: 1; }
ol { padding-left: 2rem; margin: 0; }
li { margin: 1.2rem 0; break-inside: avoid; }
.asked { margin: 0 0 0.4rem; font-weight: 600; }
.room { height: 6rem; border: 1px solid; border-radius: 4px; }
@media print {
  @page { margin: 18mm; }
  :root { color-scheme: light; font-size: 11pt; }
  main { max-width: none; padding: 0; }
  main > section + section { break-before: page; }
}
`;

export const STYLE = { text, hash: 'sha256-nv3hxgmbZdT1/cfIzFTyUrf4PLs3Xq46uZAiHWvozzg=' } as const;
