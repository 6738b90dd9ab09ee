import { html, trusted } from './html.ts';
import { PAGE_STYLE } from './style.ts';

export interface Shell {
  /** Lets this page's own script and style run, and nothing else. */
  readonly nonce: string;
  /** The address of the page's script. */
  readonly script: string;
  readonly language: string;
  readonly title: string;
  readonly questions: string;
}

/** The page before anything is shown in it: it may load its script, and nothing from anywhere. */
export const shellHtml = ({ nonce, script, language, title, questions }: Shell): string =>
  html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style nonce="${nonce}">${trusted(PAGE_STYLE)}</style>
</head>
<body>
<main>
<header id="head"></header>
<section id="picture" aria-label="${title}"></section>
<section aria-labelledby="questions-title">
<h2 id="questions-title">${questions}</h2>
<div id="filters"></div>
<p id="shown" role="status"></p>
<div id="questions" class="table"></div>
</section>
</main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`.text;
