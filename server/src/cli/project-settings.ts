import { lstatSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CONFIG_FILE, readConfig } from '../config.ts';
import { foldersAbove, nameOf } from '../disk/names.ts';
import { defaultSettings, type Settings } from '../settings.ts';
import type { Stream } from '../yaml/document.ts';
import { defaultLimits } from '../yaml/limits.ts';
import { UsageError } from './command.ts';
import { type Complaints, reason } from './complaints.ts';
import { readStream } from './reading.ts';

/** Settings, and the folder their `ignore` patterns belong to. */
export interface ProjectSettings {
  readonly settings: Settings;
  readonly base: string;
}

/** Where settings files are looked for. */
export interface SettingsFiles {
  readonly isThere: (file: string) => boolean;
  /** Throws where the file cannot be read. */
  readonly read: (file: string) => Stream;
}

/** Finds the settings that hold for files of a folder: those of `--config`, else the nearest settings file upwards. */
export class SettingsFinder {
  private readonly byFile = new Map<string, Settings>();
  private readonly byFolder = new Map<string, ProjectSettings>();
  private readonly asked: ProjectSettings | undefined;

  constructor(
    private readonly cwd: string,
    private readonly complaints: Complaints,
    config: string | undefined,
    private readonly files: SettingsFiles = onDisk,
  ) {
    // Patterns of a file that was named belong to the folder the command was started in, as its paths do.
    if (config !== undefined) this.asked = { settings: this.named(config), base: cwd };
  }

  for(folder: string): ProjectSettings {
    if (this.asked) return this.asked;
    const known = this.byFolder.get(folder) ?? this.nearest(folder);
    this.byFolder.set(folder, known);
    return known;
  }

  private nearest(folder: string): ProjectSettings {
    for (const above of foldersAbove(folder)) {
      const file = join(above, CONFIG_FILE);
      if (this.files.isThere(file)) return { settings: this.read(file), base: dirname(file) };
    }
    return { settings: defaultSettings, base: folder };
  }

  private named(config: string): Settings {
    const file = resolve(this.cwd, config);
    try {
      return this.settingsIn(file, readStream(file, defaultLimits));
    } catch (error) {
      throw new UsageError(`The settings file ${config} cannot be read: ${reason(error)}.`);
    }
  }

  private read(file: string): Settings {
    let settings = this.byFile.get(file);
    if (settings) return settings;
    try {
      settings = this.settingsIn(file, this.files.read(file));
    } catch (error) {
      this.complaints.add(`The settings file ${nameOf(file, this.cwd)} cannot be read: ${reason(error)}.`);
      settings = defaultSettings;
    }
    this.byFile.set(file, settings);
    return settings;
  }

  private settingsIn(file: string, stream: Stream): Settings {
    const { settings, problems } = readConfig(stream);
    for (const { span, message } of problems) {
      const { line, character } = stream.lines.position(span.start);
      this.complaints.add(`${nameOf(file, this.cwd)}:${line + 1}:${character + 1}: ${message}`);
    }
    return { ...defaultSettings, ...settings };
  }
}

/** True for anything of that name, also where it cannot be read: then reading it says why. */
function isThere(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

const onDisk: SettingsFiles = { isThere, read: (file) => readStream(file, defaultLimits) };
