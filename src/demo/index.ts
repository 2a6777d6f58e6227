import { parseArgs } from 'node:util';
import { addDays, startOfDay, today } from '../kernel/calendar.ts';
import { createAuthenticator } from '../modules/accounts/index.ts';
import type { Runtime } from '../start.ts';
import { DemoActor, ZONE } from './actor.ts';
import { Dice } from './dice.ts';
import { stockShelves } from './goods.ts';
import { takeOrders } from './orders.ts';
import { meetCustomers } from './people.ts';
import { furnish } from './premises.ts';

const DAYS = 120;

export interface DemoSize {
  products: number;
  customers: number;
  orders: number;
}

const SIZE = { products: 120, customers: 400 };

export interface DemoShop {
  shop_id: number;
  email: string;
  password: string;
  api_key: string;
}

/** `npm run demo [-- --seed N] [--orders N]`: creates a demo shop, and prints how to sign in. */
export async function demo(runtime: Runtime, words: string[]): Promise<number> {
  const requested = readOptions(words);
  if (requested === undefined) {
    console.error(USAGE);
    return 2;
  }
  const { seed, orders } = requested;
  const began = performance.now();
  const shop = await makeDemoShop(runtime, seed, { ...SIZE, orders }, (line) => console.log(line));
  const base_url = runtime.services.public_url();
  console.log(`
A demo shop is there after ${((performance.now() - began) / 1000).toFixed(0)} s (seed ${seed}).

  Sign in    ${shop.email}
  Password   ${shop.password}
  API key    ${shop.api_key}

  curl '${base_url}/api/open/order?per_page=5' -H 'Authorization: Bearer ${shop.api_key}'
`);
  return 0;
}

const USAGE = `usage: npm run demo -- [--seed N] [--orders N]
  --seed    a whole number; another one makes another shop
  --orders  how many orders, from 10 to 10000`;

/** What is requested: seed 1 and 500 orders if nothing is; undefined if the arguments are invalid. */
function readOptions(words: string[]): { seed: number; orders: number } | undefined {
  try {
    const { values } = parseArgs({
      args: words,
      options: { seed: { type: 'string', default: '1' }, orders: { type: 'string', default: '500' } },
    });
    if (!/^\d{1,9}$/.test(values.seed) || !/^\d{2,5}$/.test(values.orders)) return undefined;
    const [seed, orders] = [Number(values.seed), Number(values.orders)];
    return orders < 10 || orders > 10_000 ? undefined : { seed, orders };
  } catch {
    return undefined;
  }
}

/**
 * Creates a realistic shop through the use-cases that clients of the API use. The same seed on the same day gives the
 * same products, customers and orders, of which more have been paid, shipped and delivered later in the day; password
 * and key are always random, because they must be unguessable.
 */
export async function makeDemoShop(
  runtime: Pick<Runtime, 'services'>,
  seed: number,
  size: DemoSize,
  say: (line: string) => void,
): Promise<DemoShop> {
  const { services } = runtime;
  const dice = new Dice(seed);
  const base_url = runtime.services.public_url();
  const to = services.clock.now();
  const from = startOfDay(addDays(today(services.clock, ZONE), -DAYS), ZONE);
  const actor = new DemoActor(services, dice, base_url);
  const password = services.random.bytes(9).toString('base64url');
  const { shop_id, email } = await register(actor, password, from);
  const { token } = await actor.act<{ token: string }>('login', { email, password });
  actor.principal = await createAuthenticator(services).authenticate(token);
  const { key } = await actor.act<{ key: string }>('createApiKey', { name: 'Demo' });

  const { supplier_ids, bank_ids } = await furnish(actor, from);
  const place = { actor, dice, files: services.files, base_url, shop_id };
  const goods = await stockShelves(place, size.products, from);
  say(`${goods.length} products`);
  const today_began = startOfDay(today(services.clock, ZONE), ZONE);
  const people = await meetCustomers(actor, dice, size.customers, { from, to: today_began });
  say(`${people.length} customers`);
  const trade = { actor, dice, goods, people, supplier_ids, bank_ids, from, to };
  await takeOrders(trade, size.orders, (taken) => say(`${taken} orders`));
  return { shop_id, email, password, api_key: key };
}

/** Opens the shop under the first name that is free, so that the command can be run again. */
async function register(
  actor: DemoActor,
  password: string,
  at: Date,
): Promise<{ shop_id: number; email: string }> {
  for (let number = 1; ; number += 1) {
    const subdomain = number === 1 ? 'demo' : `demo-${number}`;
    const email = `${subdomain}@example.com`;
    const shop = {
      shop_name: 'Griya Melati',
      subdomain,
      full_name: 'Dian Lestari',
      email,
      phone_number: '081234567890',
      password,
    };
    try {
      const { shop_id } = await actor.act<{ shop_id: number }>('registerShop', shop, at);
      return { shop_id, email };
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
}

/** By the unique indexes on subdomain and email. */
function isTaken(error: unknown): boolean {
  return (error as { code?: string }).code === '23505';
}
