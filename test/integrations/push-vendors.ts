import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  verify,
} from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openLoopback, type Loopback } from './loopback.ts';

/** A browser that has subscribed: it alone can read what is pushed to it. */
interface Browser {
  address: { kind: 'WEB'; endpoint: string; p256dh: string; auth: string };
  /** What it was shown, in order. */
  messages: { id: string; title: string; body: string; data: Record<string, string> }[];
}

export interface PushServiceLoopback {
  url: string;
  /** A browser subscribes for messages of the server with this key. */
  subscribe(server_key: string): Browser;
  /** What the service answers to a message, in place of taking it; undefined: it takes it. */
  behave(behaviour: () => { status: number; retry_after_s?: number } | 'silence' | undefined): void;
  /** Messages that came, also those that were not taken. */
  requests: { headers: Record<string, unknown> }[];
  close(): void;
}

/** A push service as RFC 8030, 8188, 8291 and 8292 have it: it takes what is signed by the server that it was subscribed for. */
export async function openPushService(): Promise<PushServiceLoopback> {
  const browsers = new Map<string, { server_key: string; read: (body: Buffer) => void }>();
  const requests: PushServiceLoopback['requests'] = [];
  let behaviour: Parameters<PushServiceLoopback['behave']>[0] = () => undefined;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      requests.push({ headers: request.headers });
      const now = behaviour();
      if (now === 'silence') return;
      const browser = browsers.get(request.url ?? '');
      const is_signed =
        browser !== undefined && isSignedBy(browser.server_key, request.headers.authorization, url);
      const status =
        now?.status ??
        (browser === undefined ? 410 : !is_signed ? 403 : request.headers.ttl === undefined ? 400 : 201);
      if (status === 201) browser?.read(Buffer.concat(parts));
      const headers =
        typeof now === 'object' && now.retry_after_s !== undefined
          ? { 'retry-after': String(now.retry_after_s) }
          : {};
      response.writeHead(status, headers).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    requests,
    subscribe(server_key) {
      const keys = createECDH('prime256v1');
      const p256dh = keys.generateKeys('base64url');
      const auth = randomBytes(16);
      const path = `/push/${randomBytes(12).toString('base64url')}`;
      const messages: Browser['messages'] = [];
      browsers.set(path, {
        server_key,
        read: (body) => void messages.push(JSON.parse(decrypted(body, keys, auth))),
      });
      return {
        address: { kind: 'WEB', endpoint: url + path, p256dh, auth: auth.toString('base64url') },
        messages,
      };
    },
    behave: (next) => void (behaviour = next),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** `vapid t=JWT, k=KEY`, for this service and no longer than a day (RFC 8292). */
function isSignedBy(server_key: string, authorization = '', audience: string): boolean {
  const [, token = '', key] = /^vapid t=([^,]+), k=(\S+)$/.exec(authorization) ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  if (key !== server_key) return false;
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString());
  const point = Buffer.from(server_key, 'base64url');
  const public_key = createPublicKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
  });
  const is_true = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: public_key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  const lasts_s = exp - Date.now() / 1_000;
  return is_true && aud === audience && lasts_s > 0 && lasts_s <= 86_400 && /^(mailto|https):/.test(sub);
}

/** RFC 8291, with one record of RFC 8188. */
function decrypted(body: Buffer, keys: ReturnType<typeof createECDH>, auth: Buffer): string {
  const salt = body.subarray(0, 16);
  const key_length = body[20] ?? 0;
  const sender = body.subarray(21, 21 + key_length);
  const shared = keys.computeSecret(sender);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), sender]);
  const input = Buffer.from(hkdfSync('sha256', shared, auth, info, 32));
  const key = Buffer.from(hkdfSync('sha256', input, salt, 'Content-Encoding: aes128gcm\0', 16));
  const nonce = Buffer.from(hkdfSync('sha256', input, salt, 'Content-Encoding: nonce\0', 12));
  const record = body.subarray(21 + key_length);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(record.subarray(-16));
  const plain = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
  return plain.subarray(0, plain.lastIndexOf(2)).toString();
}

export interface FcmLoopback extends Loopback {
  /** The file of the service account. */
  account: string;
  /** Messages that were taken, by their registration token. */
  messages: { token: string; notification: { title: string; body: string }; data: Record<string, string> }[];
  /** Apps that are still installed; of others the service says UNREGISTERED. */
  installed: Set<string>;
  /** Makes the access tokens invalid that were given out. */
  withdrawTokens(): void;
}

/** Firebase Cloud Messaging and Google's token service, as their documentation has them. */
export async function openFcm(folder: string): Promise<FcmLoopback> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const messages: FcmLoopback['messages'] = [];
  const installed = new Set<string>();
  let given = new Set<string>();
  const refuse = (status: number, code: string, errorCode: string) => ({
    status,
    body: {
      error: {
        code: status,
        message: code,
        status: code,
        details: [{ '@type': 'type.googleapis.com/google.firebase.fcm.v1.FcmError', errorCode }],
      },
    },
  });
  const loopback = await openLoopback(
    ({ method, path, headers, body }) => {
      if (`${method} ${path}` === 'POST /token') {
        const [head = '', claims = '', signature = ''] = String(body['assertion']).split('.');
        const { iss, scope, aud, exp, iat } = JSON.parse(Buffer.from(claims, 'base64url').toString());
        const is_true = verify(
          'RSA-SHA256',
          Buffer.from(`${head}.${claims}`),
          publicKey,
          Buffer.from(signature, 'base64url'),
        );
        const is_right =
          body['grant_type'] === 'urn:ietf:params:oauth:grant-type:jwt-bearer' &&
          iss === 'ngorder@demo.iam.gserviceaccount.com' &&
          scope === 'https://www.googleapis.com/auth/firebase.messaging' &&
          aud === `${loopback.url}/token` &&
          exp - iat <= 3_600;
        if (!is_true || !is_right) return { status: 400, body: { error: 'invalid_grant' } };
        const access_token = `ya29.${randomBytes(9).toString('base64url')}`;
        given.add(access_token);
        return { status: 200, body: { access_token, expires_in: 3_599, token_type: 'Bearer' } };
      }
      if (`${method} ${path}` !== 'POST /v1/projects/demo/messages:send') return { status: 404, body: {} };
      if (!given.has(String(headers.authorization).replace('Bearer ', '')))
        return refuse(401, 'UNAUTHENTICATED', 'THIRD_PARTY_AUTH_ERROR');
      const message = body['message'] as FcmLoopback['messages'][number];
      if (!installed.has(message.token)) return refuse(404, 'NOT_FOUND', 'UNREGISTERED');
      messages.push(message);
      return { status: 200, body: { name: `projects/demo/messages/${messages.length}` } };
    },
    () => {
      messages.length = 0;
    },
  );
  const account = `${folder}/firebase.json`;
  await writeFile(
    account,
    JSON.stringify({
      type: 'service_account',
      project_id: 'demo',
      private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
      client_email: 'ngorder@demo.iam.gserviceaccount.com',
      token_uri: `${loopback.url}/token`,
    }),
  );
  return Object.assign(loopback, {
    account,
    messages,
    installed,
    withdrawTokens: () => void (given = new Set()),
  });
}
