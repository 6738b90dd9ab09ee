import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { readConfig } from '../config.ts';
import type { Stream } from '../yaml/document.ts';
import { rangeOf } from './ranges.ts';

/** What cannot be used in the settings file, as editors show it. */
export const configDiagnostics = (stream: Stream): Diagnostic[] =>
  readConfig(stream).problems.map(({ span, message }) => ({
    range: rangeOf(stream, span),
    severity: DiagnosticSeverity.Warning,
    source: 'worksec',
    message,
  }));
