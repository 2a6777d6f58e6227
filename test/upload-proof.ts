import type { TestApp } from './harness.ts';
import type { StoreScene } from './store-scene.ts';
import { formWithFile } from './upload.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Uploads a proof of transfer for a checkout, as its buyer does. */
export async function uploadProofOf(
  { app }: TestApp,
  { subdomain }: StoreScene,
  token: string,
  content: Buffer = PNG,
  further: Record<string, string> = {},
) {
  const fields = { holder_name: 'Rina', note: 'Sudah ya kak' };
  const { body, headers } = await formWithFile(content, 'bukti.png', fields, 'proof');
  const url = `/api/store/${subdomain}/order/${token}/proof`;
  const sent = await app.inject({
    method: 'POST',
    url,
    payload: body,
    headers: { host: 'ngorder.test', ...headers, ...further },
  });
  return { status: sent.statusCode, body: sent.json() };
}
