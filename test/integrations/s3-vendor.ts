import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const S3_REGION = 'ap-southeast-3';
export const S3_SECRET = 'rahasia/+=';

/** Refuses a request, or says nothing, or hangs up; undefined where it is answered as S3 does. */
type Behaviour = (request: IncomingMessage, attempt: number) => number | 'silence' | 'hang up' | undefined;

/** A storage on this machine that believes nobody: it works out the signature of each request by itself. */
export interface S3Vendor {
  endpoint: string;
  port: number;
  /** By path, with bucket. */
  objects: Map<string, { body: Buffer; headers: IncomingMessage['headers'] }>;
  /** Requests that came whole, since the last `reset`. */
  requests(): number;
  /** Forgets all objects, and how it was told to behave. */
  reset(): void;
  behave(behaviour: Behaviour): void;
  close(): void;
}

export async function openS3Vendor(): Promise<S3Vendor> {
  let behaviour: Behaviour | undefined;
  let requests = 0;
  const objects: S3Vendor['objects'] = new Map();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      requests += 1;
      const status = behaviour?.(request, requests) ?? 200;
      if (status === 'silence') return;
      if (status === 'hang up') request.socket.destroy();
      else if (status !== 200) response.writeHead(status).end('<Error><Code>Told</Code></Error>');
      else answer(objects, request, Buffer.concat(parts), response);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    port,
    objects,
    requests: () => requests,
    reset() {
      behaviour = undefined;
      requests = 0;
      objects.clear();
    },
    behave: (next) => void (behaviour = next),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function answer(
  objects: S3Vendor['objects'],
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): void {
  if (request.headers.authorization !== expectedAuthorization(request, body)) {
    response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
    return;
  }
  const path = request.url ?? '';
  if (request.method === 'PUT') objects.set(path, { body, headers: request.headers });
  if (request.method === 'DELETE') objects.delete(path);
  const object = objects.get(path);
  if (request.method !== 'GET') response.writeHead(request.method === 'DELETE' ? 204 : 200).end();
  else if (object === undefined) response.writeHead(404).end();
  else response.end(object.body);
}

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest('hex');
const hmac = (key: Buffer | string, data: string) => createHmac('sha256', key).update(data).digest();

/** AWS Signature Version 4, as its specification says it. */
function expectedAuthorization(request: IncomingMessage, body: Buffer): string {
  const [, access_key, signed = ''] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/.*SignedHeaders=([^,]+),/.exec(
      request.headers.authorization ?? '',
    ) ?? [];
  for (const needed of ['host', 'x-amz-content-sha256', 'x-amz-date', 'cache-control'])
    if (!signed.split(';').includes(needed) && request.headers[needed] !== undefined)
      return `${needed} is not signed`;
  const canonical = [
    request.method,
    request.url,
    '',
    ...signed.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}`),
    '',
    signed,
    sha256(body),
  ].join('\n');
  const moment = String(request.headers['x-amz-date']);
  const day = moment.slice(0, 8);
  const scope = `${day}/${S3_REGION}/s3/aws4_request`;
  const key = ['aws4_request', 's3', S3_REGION, day].reduceRight(
    (inner, part) => hmac(inner, part),
    Buffer.from(`AWS4${S3_SECRET}`),
  );
  const signature = hmac(key, ['AWS4-HMAC-SHA256', moment, scope, sha256(canonical)].join('\n')).toString(
    'hex',
  );
  return `AWS4-HMAC-SHA256 Credential=${access_key}/${scope}, SignedHeaders=${signed}, Signature=${signature}`;
}
