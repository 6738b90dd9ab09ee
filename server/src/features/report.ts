import type { ReportFormat } from '../protocol.ts';
import { REPORT_FORMATS } from '../reports/report/formats.ts';
import { reportOf } from '../reports/report/report.ts';
import { nameOf, type World } from './world.ts';

/** A report on some files, for people who decide. Undefined where none of them can be reported on. */
export function report(world: World, uris: readonly string[], format: ReportFormat): string | undefined {
  const named = uris.map((uri) => ({ uri, name: nameOf(world, uri) }));
  const files = named.flatMap(({ uri, name }) => {
    const checked = world.file(uri)?.checked;
    const isAlone = named.filter((each) => each.name === name).length === 1;
    // In a workspace of several folders, two of them may have a file of the same name.
    const file = isAlone ? name : `${world.folder(uri).replace(/^.*\//, '')}/${name}`;
    return checked ? [{ checked: { ...checked, file }, settings: world.settings(uri) }] : [];
  });
  const made = reportOf(files, { today: world.today(), pictures: format === 'html' });
  return made.documents.length > 0 ? REPORT_FORMATS[format](made) : undefined;
}
