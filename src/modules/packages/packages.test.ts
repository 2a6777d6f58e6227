import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { expectOk } from '../../../test/stall.ts';
import { dateText } from '../../kernel/calendar.ts';
import { readConfig } from '../../kernel/config.ts';
import { grantPackage } from './grant-package.ts';
import { nextTerm, type Term, type TermOffer } from './next-term.ts';
import { findOffer, priceListOf } from './price-list.ts';
import { packageClock, watchPackages } from './watch-packages.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const DAY_MS = 86_400_000;
let now = new Date('2026-03-10T05:00:00Z');
const at = (day: string) => {
  now = new Date(`${day}T05:00:00Z`);
};

describe('the next term of a package', () => {
  const year: TermOffer = { code: 'a-12', months: 12, credit: null, price_idr: 1_200_000 };
  const cheap: TermOffer = { code: 'b-1', months: 1, credit: null, price_idr: 50_000 };
  const credit: TermOffer = { code: 'c', months: null, credit: 1_000, price_idr: 10_000 };
  const had = (term: Partial<Term>, offer?: TermOffer) => ({
    package: offer?.code ?? 'x',
    ends_on: null,
    credit: null,
    offer,
    ...term,
  });

  test.each([
    ['nothing before: it begins today', undefined, year, '2027-03-09'],
    ['the same: it goes on where it ends', had({ ends_on: '2026-05-31' }, cheap), cheap, '2026-06-30'],
    ['the same, on its last day', had({ ends_on: '2026-03-10' }, cheap), cheap, '2026-04-10'],
    ['the same, ended: it begins today', had({ ends_on: '2026-03-09' }, cheap), cheap, '2026-04-09'],
    ['the same without end stays without end', had({}, year), year, null],
    // 30 days at 50,000 a month are worth 15 at 100,000.
    ['a dearer one: the rest is worth fewer days', had({ ends_on: '2026-04-08' }, cheap), year, '2027-03-24'],
    ['another one that is not sold any more', had({ ends_on: '2027-01-01' }), cheap, '2026-04-09'],
  ])('after %s', (_title, old, bought, ends_on) => {
    expect(nextTerm(old, bought, '2026-03-10')).toEqual({ package: bought.code, ends_on, credit: null });
  });

  test('adds up credit, and has no end where it is credit alone', () => {
    const first = nextTerm(undefined, credit, '2026-03-10');
    expect(first).toEqual({ package: 'c', ends_on: null, credit: 1_000 });
    expect(nextTerm({ ...first, credit: 200, offer: credit }, credit, '2026-03-10').credit).toBe(1_200);
  });
});

describe('the list of packages', () => {
  const read = (file: string) => priceListOf({ ...readConfig({}), BILLING_PACKAGES: file });

  test('of the operator takes the place of ours; what is wrong with it is said with its name', async () => {
    const ours = priceListOf(readConfig({}));
    const path = join(app.services.config.DATA_DIR, 'paket.json');
    await writeFile(path, JSON.stringify({ ...ours, issuer: { ...ours.issuer, name: 'PT Maju' } }));
    expect(read(path).issuer.name).toBe('PT Maju');
    await writeFile(path, JSON.stringify({ ...ours, self_hosted: ['tidak-ada'] }));
    expect(() => read(path)).toThrow(/paket\.json.*there is no package tidak-ada/s);
    await writeFile(path, '{');
    expect(() => read(path)).toThrow(/BILLING_PACKAGES is .*paket\.json/);
  });

  test.each([[[]], [['sf-pro']], [['platinum-12', 'basic-1']]])(
    'that starts shops with %j, and so not with one package of the class app, keeps the server from starting',
    async (packages) => {
      const ours = priceListOf(readConfig({}));
      const path = join(app.services.config.DATA_DIR, 'awal.json');
      await writeFile(path, JSON.stringify({ ...ours, starts_with: { days: 14, packages } }));
      const config = { ...app.services.config, BILLING_PACKAGES: path };
      expect(() => packageClock({ ...app.services, config })).toThrow(
        /awal\.json.*starts_with needs one package of the class app/s,
      );
    },
  );

  test('is needed with a gateway', () => {
    expect(() => readConfig({ BILLING: 'on' })).toThrow('BILLING is "on": it can be on only with a GATEWAY.');
  });
});

let app: TestApp;
let shop: TestShop;
beforeAll(async () => {
  app = await startTestApp({ clock: { now: () => now }, environment: { BILLING: 'on', GATEWAY: 'sandbox' } });
});
beforeEach(async () => {
  at('2026-03-10');
  shop = await app.openShop();
});
afterAll(() => app.close());

const rows = () =>
  app.services.db
    .selectFrom('shop_packages')
    .select(['class', 'package', 'ends_on', 'reminded_days'])
    .where('shop_id', '=', shop.shop_id)
    .orderBy('class')
    .execute();
const classOf = () =>
  app.services.db
    .selectFrom('shops')
    .select(['class', 'class_ends_on'])
    .where('id', '=', shop.shop_id)
    .executeTakeFirstOrThrow();
const offer = (code: string) => findOffer(priceListOf(app.services.config), code)!;
const grant = (code: string) => shop.context().transaction((inner) => grantPackage(inner, offer(code)));
const signIn = async () => {
  const { body } = await app.call('POST', '/api/account/login', {
    email: shop.email,
    password: shop.password,
  });
  return (method: string, path: string, input?: object) =>
    app.call(method, path, input, { authorization: `Bearer ${body.data.token}` });
};
const makeKey = async () =>
  expectOk(await shop.call('POST', '/api/account/api-key', { name: 'Kunci' })).body.data.key as string;
const open = (key: string) => app.call('GET', '/api/open/user', {}, { authorization: `Bearer ${key}` });

test('a new shop starts with the packages of the list, for their days', async () => {
  expect(await rows()).toEqual([
    { class: 'app', package: 'platinum-12', ends_on: '2026-03-23', reminded_days: null },
    { class: 'storefront', package: 'sf-pro', ends_on: '2026-03-23', reminded_days: null },
  ]);
  expect(await classOf()).toEqual({ class: 'PLATINUM', class_ends_on: '2026-03-23' });
});

test('a shop that was there before billing starts with them when the clock comes, once', async () => {
  await app.database.pool.query('delete from shop_packages where shop_id = $1', [shop.shop_id]);
  const key = await makeKey();
  expect((await open(key)).status).toBe(200);
  await watchPackages(app.services);
  const started = await rows();
  expect(started.map(({ package: code }) => code)).toEqual(['platinum-12', 'sf-pro']);
  at('2026-03-11');
  await watchPackages(app.services);
  expect(await rows()).toEqual(started);
});

test('a shop that cannot start keeps none of the others from starting', async () => {
  const broken = await app.openShop();
  const [first, second] = [shop, broken].toSorted((a, b) => a.shop_id - b.shop_id);
  await app.database.pool.query(`delete from shop_packages where shop_id in ($1, $2)`, [
    first?.shop_id,
    second?.shop_id,
  ]);
  const check = `alter table shop_packages add constraint no_start check (shop_id <> ${first?.shop_id})`;
  await app.database.pool.query(check);
  const started = async (id = 0) =>
    (await app.database.pool.query('select 1 from shop_packages where shop_id = $1', [id])).rowCount;
  try {
    await watchPackages(app.services);
    expect([await started(first?.shop_id), await started(second?.shop_id)]).toEqual([0, 2]);
  } finally {
    await app.database.pool.query('alter table shop_packages drop constraint no_start');
  }
  await watchPackages(app.services);
  expect(await started(first?.shop_id)).toBe(2);
});

test('keys work until the end of the last day, then are refused with what to order, and work again when it is paid', async () => {
  const key = await makeKey();
  // The last minute of the day, in Jakarta.
  now = new Date('2026-03-23T16:59:00Z');
  expect((await open(key)).status).toBe(200);
  now = new Date('2026-03-23T17:00:00Z');
  const refused = await open(key);
  expect([refused.status, refused.body.code]).toEqual([403, 'package_needed']);
  expect(refused.body.message).toBe(
    'API keys are part of App Platinum. The package of this shop is App Free: the owner can order App Platinum, then the key works again.',
  );
  const call = await signIn();
  expect((await call('POST', '/api/account/api-key', { name: 'Lagi' })).body.code).toBe('package_needed');
  expect((await call('GET', '/api/open/order', {})).status).toBe(200);
  await grant('platinum-12');
  now = new Date(now.getTime() + 2_000);
  expect((await open(key)).status).toBe(200);
});

test('a key of a package without keys is refused too', async () => {
  const key = await makeKey();
  await grant('premium-12');
  now = new Date(now.getTime() + 2_000);
  expect((await open(key)).body.code).toBe('package_needed');
});

test('users and warehouses beyond the package are refused with the package that has more; those that there are stay', async () => {
  await grant('basic-1');
  const invite = (n: number) =>
    shop.call('POST', '/api/account/user/invite', {
      email: `orang${n}-${shop.shop_id}@example.com`,
      full_name: 'Orang',
      role: 'admin',
    });
  expectOk(await invite(1));
  const refused = await invite(2);
  expect([refused.status, refused.body.code]).toEqual([422, 'package_limit']);
  expect(refused.text).toContain('Your package App Basic includes 2 users. Order App Premium to add more.');
  const [supplier] = expectOk(await shop.call('GET', '/api/open/supplier')).body.data;
  const warehouse = await shop.call('POST', '/api/open/warehouse', {
    warehouse: 'Gudang 2',
    supplier_id: supplier.id,
    is_active: true,
  });
  expect(warehouse.body.code).toBe('package_limit');
  at('2026-12-01');
  const call = await signIn();
  const users = expectOk(await call('GET', '/api/account/users')).body.data;
  expect(users).toHaveLength(2);
});

test('two invitations at once take one place', async () => {
  await grant('basic-1');
  const answers = await Promise.all(
    [1, 2, 3].map((n) =>
      shop.call('POST', '/api/account/user/invite', {
        email: `kembar${n}-${shop.shop_id}@example.com`,
        full_name: 'Orang',
        role: 'admin',
      }),
    ),
  );
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422, 422]);
});

test('the store of a shop is closed when its package has ended, and open again when it is renewed', async () => {
  const visit = async () => (await app.call('GET', `/api/store/${shop.subdomain}`)).status;
  expect(await visit()).toBe(200);
  at('2026-03-24');
  expect(await visit()).toBe(404);
  await grant('sf-basic');
  now = new Date(now.getTime() + 2_000);
  expect(await visit()).toBe(200);
});

describe('owners are told', () => {
  const mails = async () =>
    (
      await app.services.db
        .selectFrom('mails')
        .select(['subject', 'recipient'])
        .where('shop_id', '=', shop.shop_id)
        .where('key', 'like', 'package app %')
        .orderBy('id')
        .execute()
    ).map(({ subject, recipient }) => `${recipient === shop.email} ${subject}`);

  test('a week and a day before the end, and when it has come, each once however often the clock runs', async () => {
    for (let day = Date.parse('2026-03-10'); day <= Date.parse('2026-03-27'); day += DAY_MS) {
      at(dateText(new Date(day), 'Asia/Jakarta'));
      await Promise.all([watchPackages(app.services), watchPackages(app.services)]);
    }
    expect(await mails()).toEqual([
      'true Paket App Platinum berakhir pada 23-03-2026',
      'true Paket App Platinum berakhir pada 23-03-2026',
      'true Paket App Platinum telah berakhir',
    ]);
    const { rows: events } = await app.database.pool.query(
      `select payload ->> 'class' as class from outbox_events where shop_id = $1 and name = 'package.ended' order by 1`,
      [shop.shop_id],
    );
    expect(events).toEqual([{ class: 'app' }, { class: 'storefront' }]);
  });

  test('anew after it was renewed, and of nothing that has no end', async () => {
    at('2026-03-20');
    await watchPackages(app.services);
    await grant('platinum-12');
    await watchPackages(app.services);
    expect(await mails()).toHaveLength(1);
    at('2027-03-18');
    await watchPackages(app.services);
    expect(await mails()).toHaveLength(2);
    await grant('mutation-100000');
    at('2036-03-18');
    await watchPackages(app.services);
    expect((await rows()).find(({ class: of }) => of === 'mutation')).toMatchObject({ reminded_days: null });
  });

  test('late of what ended while the clock stood, but not of what ended long ago', async () => {
    at('2026-04-10');
    await watchPackages(app.services);
    expect(await mails()).toEqual(['true Paket App Platinum telah berakhir']);
    const other = await app.openShop();
    await app.database.pool.query(`update shop_packages set ends_on = '2026-01-01' where shop_id = $1`, [
      other.shop_id,
    ]);
    await watchPackages(app.services);
    shop = other;
    expect(await mails()).toEqual([]);
  });
});

test('packages bought at the same moment are all counted', async () => {
  await Promise.all([1, 2, 3, 4].map(() => grant('sms-1000')));
  const { rows: found } = await app.database.pool.query(
    `select credit, ends_on::text from shop_packages where shop_id = $1 and class = 'sms'`,
    [shop.shop_id],
  );
  expect(found.map((row: any) => [Number(row.credit), row.ends_on])).toEqual([[4_000, '2030-03-09']]);
});
