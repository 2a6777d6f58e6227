import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { send } from '../attack/attack.ts';
import { makeDataDir, startServerProcess } from '../server-process.ts';
import { expectOk, openStall } from '../stall.ts';
import { ask, openShop } from './crashed-shop.ts';

const PIECES = 20;
const MOST_MS = 60_000;

const expire = (data_dir: string, which: string) =>
  ask(
    data_dir,
    `update buyer_payments set expires_at = now() where state = 'WAITING' and id % 2 = ${which} returning id`,
  );

test(
  'pieces of a payment that expires are free within 60 s, also where the server was dead at that moment',
  { timeout: 240_000 },
  async () => {
    const data_dir = await makeDataDir();
    let server = await startServerProcess({ DATA_DIR: data_dir });
    onTestFinished(async () => {
      await server.stop();
      await rm(data_dir, { recursive: true, force: true });
    });
    const shop = await openShop(() => server);
    const { variation_ids } = await openStall(shop, { stocks: [PIECES] });
    for (let buyer = 0; buyer < PIECES; buyer += 1) {
      const body = {
        name: 'Rina Wati',
        phone: `0857${10_000_000 + buyer}`,
        address: 'Jl. Kenanga 7',
        district_id: 317101,
        products: [{ id: variation_ids[0], qty: 1 }],
        expedition: { id: 1 },
        payment: { method: 'TRANSFER' },
      };
      expect((await send(server, 'POST', '/api/store/toko/checkout', { body })).status).toBe(201);
    }
    const query = { variation_id: String(variation_ids[0]) };
    const free = async () =>
      expectOk(await shop.call('GET', '/api/open/product/check-stock', query)).body.data.stock as number;
    const freeAfter = async (pieces: number) => {
      const began = performance.now();
      while ((await free()) < pieces && performance.now() - began < MOST_MS) await pause(200);
      expect(await free()).toBe(pieces);
      return Math.round(performance.now() - began);
    };
    expect(await free()).toBe(0);
    await expire(data_dir, '0');
    const running_ms = await freeAfter(PIECES / 2);

    process.kill(server.process_id, 'SIGKILL');
    await expire(data_dir, '1');
    server = await startServerProcess({ DATA_DIR: data_dir });
    const restarted_ms = await freeAfter(PIECES);
    console.log(
      `${PIECES / 2} pieces free after ${running_ms} ms; after a kill and a start, ${restarted_ms} ms`,
    );
    expect(Math.max(running_ms, restarted_ms)).toBeLessThan(MOST_MS);
  },
);
