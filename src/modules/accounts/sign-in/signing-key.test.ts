import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { readConfig } from '../../../kernel/config.ts';
import type { PublicContext } from '../../../kernel/context.ts';
import { openSecrets } from '../../../kernel/sealed/index.ts';
import { signingKey } from './signing-key.ts';

let test_app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  test_app = await startTestApp();
  shop = await test_app.openShop();
});
afterAll(() => test_app.close());

/** As another process has it: nothing is remembered. */
const anotherProcess = (more: Partial<PublicContext> = {}): PublicContext => ({
  ...shop.context(),
  config: { ...test_app.services.config },
  ...more,
});
const stored = (purpose: string) =>
  test_app.services.db
    .selectFrom('signing_keys')
    .select('key')
    .where('purpose', '=', purpose)
    .executeTakeFirstOrThrow();

test('is one for all processes, however many need it first, and can not be read in the database', async () => {
  const keys = await Promise.all(Array.from({ length: 10 }, () => signingKey(anotherProcess(), 'test')));
  const [key = Buffer.alloc(0), ...others] = keys.map((secret) => secret.reveal());
  expect(key).toHaveLength(32);
  expect(others.every((other) => other.equals(key))).toBe(true);
  expect((await stored('test')).key.includes(key)).toBe(false);
  expect((await signingKey(anotherProcess(), 'other')).reveal().equals(key)).toBe(false);
});

test('whose seal is lost is made anew, so that people can go on signing in', async () => {
  const before = (await signingKey(anotherProcess(), 'lost')).reveal();
  const secrets = await openSecrets(readConfig({ SECRET_KEY: Buffer.alloc(32, 'x').toString('base64') }));
  const after = (await signingKey(anotherProcess({ secrets }), 'lost')).reveal();
  expect(after.equals(before)).toBe(false);
  expect((await signingKey(anotherProcess({ secrets }), 'lost')).reveal().equals(after)).toBe(true);
});
