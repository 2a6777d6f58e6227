import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import { placeEvents, readEvents, registerReaders } from '../../kernel/event-readers.ts';
import { notificationRecorder } from './record-notifications.ts';

let app: TestApp;
let shop: TestShop;
/** What the database fails at next. */
let fails_at: string | undefined;

beforeAll(async () => {
  app = await startTestApp({
    onStatement(text) {
      if (fails_at === undefined || !text.includes(fails_at)) return;
      fails_at = undefined;
      throw new Error('the database has gone');
    },
  });
  shop = await app.openShop();
});
afterAll(() => app.close());

const happen = (count: number) =>
  app.database.pool.query(
    `insert into outbox_events (shop_id, name, subject_id, payload, user_id, created_at)
     select $1, 'withdrawal.paid', n, '{"nominal_idr": 1000, "fee_idr": 0}', 0, now() from generate_series(1, $2::int) as n`,
    [shop.shop_id, count],
  );

const told = async () =>
  (
    await app.database.pool.query<{ number: number; event_id: number }>(
      'select number::int, event_id::int from notifications where shop_id = $1 order by number',
      [shop.shop_id],
    )
  ).rows;

test('each event is told once, in order, however often the reader fails half way', async () => {
  const { services } = app;
  await registerReaders(services.db.withoutPlugins(), [notificationRecorder]);
  await happen(1_200);
  while ((await placeEvents(services.db.withoutPlugins())) > 0);
  for (const part of ['into notifications', 'delete from "notifications"', 'update "event_readers"']) {
    fails_at = part;
    await readEvents(services, notificationRecorder).catch(() => undefined);
    expect(fails_at).toBeUndefined();
    await app.database.pool.query('update event_readers set retry_at = null, single_until = 0');
    await readEvents(services, notificationRecorder);
  }
  while (await readEvents(services, notificationRecorder));
  const rows = await told();
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
  expect(rows).toHaveLength(1_200);
  expect(new Set(rows.map(({ event_id }) => event_id)).size).toBe(1_200);
});

test('two processes that read at the same time tell nothing twice', async () => {
  const before = (await told()).length;
  await happen(1_500);
  const process = async () => {
    for (let idle = 0; idle < 20;) {
      await placeEvents(app.services.db.withoutPlugins());
      idle = (await readEvents(app.services, notificationRecorder)) ? 0 : idle + 1;
    }
  };
  await Promise.all([process(), process(), process()]);
  const rows = await told();
  expect(rows).toHaveLength(before + 1_500);
  expect(new Set(rows.map(({ event_id }) => event_id)).size).toBe(before + 1_500);
});
