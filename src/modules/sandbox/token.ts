import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Secrets } from '../../kernel/sealed/index.ts';

/** What opens what: the callbacks that the sandbox sends, and the page on which payouts are decided. */
export type Purpose = 'sandbox callback' | 'sandbox desk';

/** Made of the key of the installation, so that it is stored nowhere, and that every process knows it. */
export function tokenOf({ keyring }: Secrets, purpose: Purpose): string {
  const { id, key } = keyring.current();
  return `${id.toString('hex')}-${signatureOf(key.reveal(), purpose)}`;
}

/** Whether it is one, by any key that is kept. */
export function isToken({ keyring }: Secrets, purpose: Purpose, token: string): boolean {
  const [, id = '', signature = ''] = /^([0-9a-f]{8})-([\w-]{43})$/.exec(token) ?? [];
  const found = keyring.find(Buffer.from(id, 'hex'));
  if (found === undefined) return false;
  return timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(found.key.reveal(), purpose)));
}

function signatureOf(key: Buffer, purpose: Purpose): string {
  return createHmac('sha256', key).update(purpose).digest('base64url');
}
