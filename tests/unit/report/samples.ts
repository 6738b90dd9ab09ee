import {
  type Report,
  type ReportableFile,
  type ReportOptions,
  reportOf,
} from '../../../server/src/reports/report/report.ts';
import { defaultSettings } from '../../../server/src/settings.ts';
import { check, TODAY } from '../../helpers/check.ts';
import { checkAmongSamples, readSample, sampleFiles } from '../../helpers/collection.ts';

/** A text as it is handed to a report. */
export const reportable = (text: string, more: Partial<ReportableFile> = {}): ReportableFile => ({
  checked: check(text),
  settings: defaultSettings,
  ...more,
});

const known = new Map<string, ReportableFile>();

/** A sample, checked once for all tests. */
function sample(file: string): ReportableFile {
  const found = known.get(file) ?? { checked: checkAmongSamples(file, readSample(file)), settings: defaultSettings };
  known.set(file, found);
  return found;
}

type Wanted = Pick<ReportOptions, 'pictures'>;

/** The report of one sample. */
export const sampleReport = (file: string, wanted?: Wanted): Report =>
  reportOf([sample(file)], { today: TODAY, ...wanted });

/** The report of all samples, as of a folder. */
export const allSamples = (wanted?: Wanted): Report => reportOf(sampleFiles.map(sample), { today: TODAY, ...wanted });

/** A report in which every text that a file could hold is another one. Its shape stays the same. */
export function withTexts<T>(value: T, text: string): T {
  if (Array.isArray(value))
    return value.map((each) => (typeof each === 'string' ? text : withTexts(each, text))) as unknown as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      typeof each !== 'string' ? withTexts(each, text) : OURS.has(key) ? each : text,
    ]),
  ) as T;
}

/** Fields whose words are the product's own, or days. */
const OURS: ReadonlySet<string> = new Set([
  ...['kind', 'state', 'severity', 'was', 'section', 'today', 'until', 'id', 'standard', 'place', 'field'],
]);
