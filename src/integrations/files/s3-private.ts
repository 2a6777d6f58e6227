import { createHash } from 'node:crypto';
import { createReadStream, openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import { checkFileName, type PrivateFiles } from '../../kernel/files/port.ts';
import type { Bucket } from './s3-bucket.ts';

/** Before a download may be read by the public too (a bucket may be), its name has to be guessed. */
const PREFIX = 'private/';
/** How long a large file may take on its way. */
const TRANSFER_MS = 600_000;

/** Stores files in the bucket under `private/`, which its policy can close to the public; they are read with signed requests. */
export function s3PrivateFiles(bucket: Bucket): PrivateFiles {
  return {
    async store(name, path) {
      checkFileName(name);
      const hash = createHash('sha256');
      for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
      await bucket.send({
        method: 'PUT',
        name: PREFIX + name,
        body: await openAsBlob(path),
        body_sha256: hash.digest('hex'),
        headers: { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' },
        timeout_ms: TRANSFER_MS,
      });
    },
    async read(name) {
      checkFileName(name);
      const body = await bucket.read({ method: 'GET', name: PREFIX + name, timeout_ms: TRANSFER_MS });
      return body ? Readable.fromWeb(body) : undefined;
    },
    async remove(name) {
      checkFileName(name);
      await bucket.send({ method: 'DELETE', name: PREFIX + name });
    },
  };
}
