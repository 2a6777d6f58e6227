import type pg from 'pg';
import { expect, test } from 'vitest';
import { routes } from '../../src/modules.ts';
import type { TestApp } from '../harness.ts';
import { fillShop } from './fill-shop.ts';
import { playLarge } from './large.ts';
import { listCalls } from './lists.ts';
import { TimedStage } from './timed-stage.ts';
import { withUnanalysed } from './unanalysed.ts';

/**
 * Whatever is known of the tables, no answer of a shop of 5,000 rows takes longer than a second, as it is held to with QUIET=1;
 * beside another file of tests, on a machine of any speed, twice that.
 */
const ANSWER_MS = process.env['QUIET'] === '1' ? 1_000 : 2_000;
/**
 * But for those that write or read thousands of rows, and the jobs that do. A loop over all for each takes minutes, or one
 * statement 15 seconds, after which it is ended; on two cores that do other things too the longest took half of this.
 */
const LARGE_MS = 60_000;

/** What the database knows of the tables when a shop of 5,000 rows comes, and the rows. */
const WORLDS: Record<string, (app: TestApp, client: pg.Client) => Promise<void>> = {
  'nothing, as they were never analysed': () => Promise.resolve(),
  'that they are empty, with the plans of then': async (app, client) => {
    await client.query('vacuum analyze');
    await (await TimedStage.open(app)).play();
    await client.query(`update shops set subdomain = 'dahulu' || id; update users set email = id || email;
      update shop_subdomains set subdomain = 'dahulu' || shop_id; update user_emails set email = user_id || email`);
  },
};
/** Two minutes more: EVERY_WORLD=1. */
if (process.env['EVERY_WORLD'] === '1')
  WORLDS['another shop, which has all the rows'] = async (app, client) => {
    const { shop_id } = await app.openShop();
    await fillShop(client, shop_id, { rows: 10_000, bare: true });
    await client.query('vacuum analyze');
  };

test.each(Object.entries(WORLDS))(
  'every operation answers in time right after 5,000 rows came in, where the database knows of its tables %s',
  { timeout: 300_000 },
  async (_world, prepare) => {
    await withUnanalysed(async (app, client) => {
      await prepare(app, client);
      const stage = await TimedStage.open(app);
      await stage.play((shop_id) => fillShop(client, shop_id));
      for (const { operation, input } of listCalls()) await stage.call(operation, input);
      await playLarge(stage);
      const silent = routes.filter(({ operation }) => !stage.answered.has(operation));
      expect(silent.map(({ operation }) => operation)).toEqual([]);
      const most = (what: string) => (/^(jobs|large)/.test(what) ? LARGE_MS : ANSWER_MS);
      expect(stage.taken.filter(({ what, ms }) => ms > most(what))).toEqual([]);
    });
  },
);
