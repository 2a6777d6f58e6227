import { afterAll, beforeAll, expect, test } from 'vitest';
import { send } from './attack/attack.ts';
import { openBiteshipVendor } from './integrations/biteship-vendor.ts';
import { VENDOR_KEY, type CourierLoopback } from './integrations/courier-vendor.ts';
import { startServerProcess } from './server-process.ts';

let vendor: CourierLoopback;
beforeAll(async () => {
  vendor = await openBiteshipVendor();
});
afterAll(() => vendor.close());

test('SIGTERM while a vendor hangs ends the server soon, and who waits is answered', async () => {
  const server = await startServerProcess({ BITESHIP_URL: vendor.url });
  let stopped: Promise<void> | undefined;
  try {
    const person = { email: 'budi@example.com', password: 'sandi-yang-panjang' };
    const shop = {
      shop_name: 'Tokoku',
      subdomain: 'tokoku',
      full_name: 'Budi',
      phone_number: '081234567890',
    };
    await send(server, 'POST', '/api/account/register', { body: { ...shop, ...person } });
    const login = await send(server, 'POST', '/api/account/login', { body: person });
    const { token } = login.body.data;
    const path = '/api/open/setting/courier/connection';
    const key = { vendor: 'biteship', api_key: VENDOR_KEY };
    expect((await send(server, 'PUT', path, { token, body: key })).status).toBe(200);
    vendor.behave(() => 'silence');
    const before = vendor.requests.length;
    // It is waited for 15 s, and asked twice.
    const waiting = send(server, 'POST', `${path}/test`, { token, body: { vendor: 'biteship' } });
    while (vendor.requests.length === before) await new Promise((resolve) => setTimeout(resolve, 20));
    const began = performance.now();
    stopped = server.stop();
    expect((await waiting).body.data.problem).toMatchObject({ code: 'vendor_unavailable' });
    await stopped;
    expect(performance.now() - began).toBeLessThan(12_000);
  } finally {
    await (stopped ?? server.stop());
  }
}, 90_000);
