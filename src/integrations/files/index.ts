import type { Config } from '../../kernel/config.ts';
import type { FileStore, PrivateFiles } from '../../kernel/files/port.ts';
import type { Log } from '../../kernel/log.ts';
import { localPrivateFiles } from './local-private.ts';
import { localFileStore } from './local.ts';
import { s3PrivateFiles } from './s3-private.ts';
import { openBucket, type S3Options } from './s3-bucket.ts';
import { s3FileStore } from './s3.ts';

/** Where files live, as the settings name it. */
export interface FileStores {
  /** For all who know a file's address. */
  files: FileStore;
  private_files: PrivateFiles;
}

/** The stores that the settings name: S3-compatible storage, else two folders. */
export function openFileStores(
  config: Config,
  folders: { files: string; private_files: string },
  log: Log,
): FileStores {
  const s3 = s3Options(config);
  if (s3 === undefined)
    return {
      files: localFileStore(folders.files),
      private_files: localPrivateFiles(folders.private_files),
    };
  const bucket = openBucket(s3, log);
  return { files: s3FileStore(bucket), private_files: s3PrivateFiles(bucket) };
}

function s3Options(config: Config): S3Options | undefined {
  const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = config;
  // readConfig has made sure that all are set where the first is.
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return undefined;
  return {
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: config.S3_REGION,
    access_key_id: S3_ACCESS_KEY_ID,
    secret_access_key: S3_SECRET_ACCESS_KEY,
    public_url: config.S3_PUBLIC_URL ?? `${S3_ENDPOINT}/${S3_BUCKET}`,
  };
}
