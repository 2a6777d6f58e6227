import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { checkFileName, type FileStore } from '../../kernel/files/port.ts';
import type { Bucket } from './s3-bucket.ts';

/** Stores files in a bucket of an S3-compatible storage, which must be publicly readable. */
export function s3FileStore(bucket: Bucket): FileStore {
  return {
    address: (name) => bucket.address(name),
    async put(name, bytes, content_type) {
      checkFileName(name);
      await bucket.send({
        method: 'PUT',
        name,
        body: new Blob([new Uint8Array(bytes)]),
        body_sha256: createHash('sha256').update(bytes).digest('hex'),
        headers: {
          'content-type': content_type,
          'cache-control': 'public, max-age=31536000, immutable',
        },
      });
      return bucket.address(name);
    },
    async read(name) {
      checkFileName(name);
      const body = await bucket.read({ method: 'GET', name });
      return body ? Readable.fromWeb(body) : undefined;
    },
    async remove(name) {
      checkFileName(name);
      await bucket.send({ method: 'DELETE', name });
    },
  };
}
