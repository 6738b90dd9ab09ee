import { pathToFileURL } from 'node:url';
import { PEERS, SCHEMA, SERVER } from './places.ts';

/** A language server that takes part. */
export interface Contender {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Started as the extension starts it. */
export const ours: Contender = { name: 'worksec', script: SERVER, args: ['--stdio'] };

/** As it starts for the very first time on a machine, when nothing of it has been compiled. */
export const anew: Contender = { ...ours, env: { NODE_DISABLE_COMPILE_CACHE: '1' } };

/** Red Hat's server as people use it: it waits 200 ms before it validates. */
export const asItIs: Contender = { name: 'yaml-language-server', script: PEERS.yaml, args: ['--stdio'] };

/** The same without that wait. */
export const atOnce: Contender = { ...asItIs, args: ['--stdio', '--at-once'] };

export const empty: Contender = { name: 'an empty server', script: PEERS.empty, args: [] };

/** What servers are told when they ask for settings: Red Hat's checks by our schema and fetches nothing from anywhere. */
export const SETTINGS: Readonly<Record<string, unknown>> = {
  yaml: {
    validate: true,
    schemas: { [pathToFileURL(SCHEMA).href]: '*.work-system.yaml' },
    schemaStore: { enable: false, url: '' },
  },
};
