import type { Fate } from '../check/questions.ts';
import { el, type Markup, raw } from './svg.ts';

/** Colours by name; a host such as VS Code may give its own for paper, ink and lines. */
const LIGHT = {
  paper: '#ffffff',
  panel: '#f5f7f9',
  ink: '#1c2430',
  faint: '#57606a',
  line: '#8a949f',
  flow: '#5b7fb0',
  answered: '#1a7f5a',
  open: '#b35309',
  accepted: '#3f5fc4',
  notApplicable: '#6b7580',
};

const DARK: typeof LIGHT = {
  paper: '#1b1f24',
  panel: '#252b32',
  ink: '#e6eaee',
  faint: '#a3adb8',
  line: '#6f7a86',
  flow: '#7ea3d6',
  answered: '#4cc38a',
  open: '#f2a65a',
  accepted: '#93a9ff',
  notApplicable: '#98a3ae',
};

const FORCED: typeof LIGHT = {
  paper: 'Canvas',
  panel: 'Canvas',
  ink: 'CanvasText',
  faint: 'CanvasText',
  line: 'CanvasText',
  flow: 'CanvasText',
  answered: 'CanvasText',
  open: 'CanvasText',
  accepted: 'CanvasText',
  notApplicable: 'CanvasText',
};

/** What VS Code calls the colours that a theme may give. */
const HOST: Partial<typeof LIGHT> = {
  paper: '--vscode-editor-background',
  panel: '--vscode-editorWidget-background',
  ink: '--vscode-foreground',
  faint: '--vscode-descriptionForeground',
};

const declared = (colours: typeof LIGHT): string =>
  Object.entries(colours)
    .map(([name, colour]) => {
      const host = HOST[name as keyof typeof LIGHT];
      return `--ws-${name}:${host ? `var(${host},${colour})` : colour}`;
    })
    .join(';');

/**
 * The style sheet of all pictures. Light and dark follow the reader's choice, or the theme of a host that says so on its
 * body; on paper they are light.
 */
export const PICTURE_STYLE = [
  `.ws-picture{${declared(LIGHT)};font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:var(--ws-ink)}`,
  `@media screen and (prefers-color-scheme:dark){.ws-picture{${declared(DARK)}}}`,
  `.vscode-light .ws-picture{${declared(LIGHT)}}`,
  `.vscode-dark .ws-picture{${declared(DARK)}}`,
  `.vscode-high-contrast .ws-picture{${declared(DARK)};--ws-line:var(--vscode-contrastBorder,#fff);--ws-faint:var(--ws-ink);--ws-flow:var(--ws-ink)}`,
  `.vscode-high-contrast-light .ws-picture{${declared(LIGHT)};--ws-line:var(--vscode-contrastBorder,#000);--ws-faint:var(--ws-ink);--ws-flow:var(--ws-ink)}`,
  `@media (forced-colors:active){.ws-picture{${declared(FORCED)};forced-color-adjust:none}}`,
  '.ws-picture text{fill:var(--ws-ink);font-size:12px;unicode-bidi:plaintext}',
  '.ws-picture .ws-name{font-size:14px;font-weight:600}',
  '.ws-picture .ws-head{font-size:13px;font-weight:600}',
  '.ws-picture .ws-note{font-size:11px;fill:var(--ws-faint)}',
  '.ws-picture .ws-number{font-weight:600}',
  '.ws-sheet{fill:var(--ws-paper)}',
  '.ws-box{fill:var(--ws-panel);stroke:var(--ws-line)}',
  '.ws-frame{fill:none;stroke:var(--ws-line);stroke-dasharray:5 4}',
  '.ws-line{fill:none;stroke:var(--ws-line);stroke-width:1.5}',
  '.ws-tip{fill:var(--ws-line)}',
  '.ws-flow{fill:none;stroke:var(--ws-flow);stroke-width:1.5;stroke-opacity:.75}',
  '.ws-flow-tip{fill:var(--ws-flow)}',
  '.ws-strict{stroke-width:2.5}',
  '.ws-hollow{fill:var(--ws-paper)}',
  '.ws-rim{fill:none;stroke:var(--ws-line)}',
  '.ws-none{fill:var(--ws-line)}',
  ...(['answered', 'open', 'accepted', 'notApplicable'] satisfies Fate[]).flatMap((fate) => [
    `.ws-${fate}{fill:var(--ws-${fate})}`,
    `.ws-${fate}-line{fill:none;stroke:var(--ws-${fate});stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}`,
  ]),
  '.ws-check{fill:none;stroke:var(--ws-paper);stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}',
  '.ws-picture .ws-open-sign{fill:var(--ws-open);font-size:11px;font-weight:700}',
].join('\n');

export const styleSheet = (): Markup => el('style', {}, raw(PICTURE_STYLE));

/** The fillings of bars: each fate has a pattern of its own, so that grey paper tells them apart. */
export const patterns = (prefix: string): Markup[] => [
  pattern(`${prefix}-open`, 6, el('path', { class: 'ws-open-line', d: 'M-1 1 1 -1M0 6 6 0M5 7 7 5' })),
  pattern(`${prefix}-accepted`, 5, el('circle', { class: 'ws-accepted', cx: 2.5, cy: 2.5, r: 1.5 })),
];

const pattern = (id: string, size: number, drawn: Markup): Markup =>
  el(
    'pattern',
    { id, width: size, height: size, patternUnits: 'userSpaceOnUse' },
    el('rect', { class: 'ws-hollow', width: size, height: size }),
    drawn,
  );
