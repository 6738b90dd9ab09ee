/** How the panel's page looks: the colours are those of the editor's theme. */
export const PAGE_STYLE = `
body { padding: 0 1.25rem 2rem; background: var(--vscode-editor-background); font: var(--vscode-font-weight, 400) var(--vscode-font-size, 13px)/1.5 var(--vscode-font-family, system-ui); color: var(--vscode-foreground); }
main { max-width: 76rem; margin: 0 auto; }
h1 { font-size: 1.5em; margin: 1rem 0 0; overflow-wrap: anywhere; }
h2 { font-size: 1.2em; margin: 1.5rem 0 .5rem; }
p { margin: .25rem 0; }
.broken { border-inline-start: 3px solid var(--vscode-editorWarning-foreground, currentColor); padding-inline-start: .6rem; }
fieldset { border: 0; padding: 0; margin: 1rem 0 .5rem; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
legend { float: left; font-weight: 600; margin-inline-end: 1.25rem; padding: 0; }
label { display: inline-flex; align-items: center; gap: .4rem; }
input[type='radio'] { accent-color: var(--vscode-button-background); margin: 0; }
select { font: inherit; color: var(--vscode-dropdown-foreground); background: var(--vscode-dropdown-background); border: 1px solid var(--vscode-dropdown-border, var(--vscode-contrastBorder, currentColor)); border-radius: 2px; padding: .15rem .3rem; max-width: 100%; }
.picture { overflow: auto; max-height: 85vh; border: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent)); border-radius: 4px; }
.picture svg { display: block; max-width: 100%; min-width: 38rem; height: auto; margin: 0 auto; }
.picture [data-at] { cursor: pointer; }
.picture [data-at]:hover .ws-box { stroke: var(--vscode-focusBorder, currentColor); stroke-width: 2; }
#filters { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; }
.table { overflow-x: auto; margin-top: .5rem; }
table { border-collapse: collapse; width: 100%; text-align: start; }
th, td { text-align: start; vertical-align: top; font-weight: inherit; padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, currentColor)); overflow-wrap: break-word; }
thead th { font-weight: 600; white-space: nowrap; }
td:first-child { white-space: nowrap; }
tbody th { min-width: 15rem; }
td { min-width: 6rem; max-width: 16rem; }
button { font: inherit; color: var(--vscode-textLink-foreground); background: none; border: 0; padding: 0; text-align: start; cursor: pointer; }
.doing { display: flex; flex-wrap: wrap; gap: .5rem; margin: .6rem 0 0; }
.command { color: var(--vscode-button-secondaryForeground, var(--vscode-foreground)); background: var(--vscode-button-secondaryBackground, transparent); border: 1px solid var(--vscode-button-border, var(--vscode-contrastBorder, transparent)); border-radius: 2px; padding: .2rem .7rem; }
.command:hover { background: var(--vscode-button-secondaryHoverBackground, transparent); }
button:not(.command):hover { color: var(--vscode-textLink-activeForeground); text-decoration: underline; }
:focus-visible { outline: 2px solid var(--vscode-focusBorder, currentColor); outline-offset: 2px; }
.sign { display: inline-block; box-sizing: border-box; width: 1.35em; line-height: 1.2em; text-align: center; border: 1px solid currentColor; border-radius: 50%; font-weight: 700; font-size: .9em; }
.accepted .sign, .notApplicable .sign { border-radius: 2px; }
.until { white-space: nowrap; }
`;
