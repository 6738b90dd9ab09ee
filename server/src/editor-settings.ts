import { type Settings, settingsSchema } from './settings.ts';

/**
 * The editor's `worksec.*` settings, in camel case there, as settings. Values that cannot be used are left out: the
 * editor itself underlines them in its settings file.
 */
export function fromEditor(section: unknown): Partial<Settings> {
  if (typeof section !== 'object' || section === null) return {};
  const given = section as Record<string, unknown>;
  const settings: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(settingsSchema.shape)) {
    const value = given[key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())];
    if (value === undefined || value === null) continue;
    const parsed = schema.safeParse(value);
    if (parsed.success) settings[key] = parsed.data;
  }
  return settings as Partial<Settings>;
}
