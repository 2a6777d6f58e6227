import { createHash } from 'node:crypto';
import type { Log } from '../../kernel/log.ts';
import { checkFileName, type FileStore } from '../../kernel/files/port.ts';
import { s3Request, type S3Options } from './s3-request.ts';

/** Keeps files in a bucket of an S3-compatible storage, which must let the public read them. */
export function s3FileStore(options: S3Options, log: Log): FileStore {
  const address = (name: string) => `${options.public_url}/${name}`;
  return {
    address,
    async put(name, bytes, content_type) {
      checkFileName(name);
      await s3Request(options, log, {
        method: 'PUT',
        name,
        body: new Blob([new Uint8Array(bytes)]),
        body_sha256: createHash('sha256').update(bytes).digest('hex'),
        headers: {
          'content-type': content_type,
          'cache-control': 'public, max-age=31536000, immutable',
        },
      });
      return address(name);
    },
    async remove(name) {
      checkFileName(name);
      await s3Request(options, log, { method: 'DELETE', name });
    },
  };
}
