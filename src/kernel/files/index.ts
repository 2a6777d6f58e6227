import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { localFileStore } from './local-store.ts';
import type { FileStore } from './port.ts';
import { s3FileStore } from './s3-store.ts';

export { LOCAL_FILES_PATH } from './local-store.ts';
export { normalisePicture } from './normalise-picture.ts';
export { absoluteAddress, type FileStore } from './port.ts';

/** The store that the settings name: S3-compatible storage, else a folder. */
export function openFileStore(config: Config, folder: string, log: Log): FileStore {
  const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = config;
  // readConfig has made sure that all are set where the first is.
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return localFileStore(folder);
  return s3FileStore(
    {
      endpoint: S3_ENDPOINT,
      bucket: S3_BUCKET,
      region: config.S3_REGION,
      access_key_id: S3_ACCESS_KEY_ID,
      secret_access_key: S3_SECRET_ACCESS_KEY,
      public_url: config.S3_PUBLIC_URL ?? `${S3_ENDPOINT}/${S3_BUCKET}`,
    },
    log,
  );
}
