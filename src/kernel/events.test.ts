import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { eventMisfits } from '../../test/event-payloads.ts';
import { startTestApp, type TestApp, type TestShop } from '../../test/harness.ts';
import { modules } from '../modules.ts';
import { defineEvents, eventTable } from './events.ts';
import { emit, emitAll } from './outbox.ts';

let app: TestApp;
let shop: TestShop;

beforeAll(async () => {
  app = await startTestApp();
  shop = await app.openShop();
});
afterAll(() => app.close());

test('only declared events with payloads that fit are emitted: anything else does not compile', async () => {
  const wrong = async () => {
    // @ts-expect-error -- declared by no module
    await emit(shop.context(), 'order.teleported', 1);
    // @ts-expect-error -- the role is missing
    await emit(shop.context(), 'user.invited', 1);
    // @ts-expect-error -- no role of ours
    await emit(shop.context(), 'user.invited', 1, { role: 'guest' });
    // @ts-expect-error -- a field that the payload does not have
    await emit(shop.context(), 'promo.created', 1, { name: 'x' });
    // @ts-expect-error -- several at once have no payload, and this one needs one
    await emitAll(shop.context(), 'user.invited', [1]);
  };
  await expect(wrong()).rejects.toThrow('no module declares the event order.teleported');
});

test('what a statement writes that does not fit its declaration fails the test that left it', async () => {
  expect(await eventMisfits(app.database.pool)).toEqual([]);
  const write = (name: string, version: number, payload: object) =>
    app.database.pool.query(
      `insert into outbox_events (shop_id, name, version, subject_id, payload, user_id, created_at)
      values ($1, $2, $3, 1, $4, 0, now())`,
      [shop.shop_id, name, version, payload],
    );
  await write('order.teleported', 1, {});
  await write('order.created', 9, { po_number: 1 });
  await write('order.created', 1, { po_number: 'satu' });
  expect((await eventMisfits(app.database.pool)).map((misfit) => misfit.split(/:|,| is/)[0])).toEqual(
    expect.arrayContaining(['order.created', 'order.created of version 9', 'order.teleported']),
  );
  await app.database.pool.query('delete from outbox_events where shop_id = $1', [shop.shop_id]);
});

test('each event is declared once, by a name of noun and past tense, in the module that lists it', () => {
  const entry = { version: 1, summary: '', payload: z.strictObject({}) };
  expect(() => defineEvents({ 'order.created': entry })).toThrow('twice');
  expect(() => defineEvents({ 'order.Not Yet': entry })).toThrow('not a name');
  const listed = modules.flatMap(({ events = {} }) => Object.keys(events));
  expect(new Set(listed)).toEqual(new Set(eventTable.keys()));
  expect(listed.length).toBeGreaterThan(40);
});

test('a statement that writes events itself takes name and version from the declaration', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'kernel/outbox.ts',
  );
  const writing = files.filter((name) =>
    /insert into outbox_events/i.test(readFileSync(`src/${name}`, 'utf8')),
  );
  expect(writing).not.toEqual([]);
  for (const name of writing) {
    const text = readFileSync(`src/${name}`, 'utf8');
    expect(text.match(/insert into outbox_events/gi)?.length, name).toBeLessThanOrEqual(
      text.match(/\$\{(?:eventSql|emptiedEventsSql)\(/g)?.length ?? 0,
    );
  }
});
