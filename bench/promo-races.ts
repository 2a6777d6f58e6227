import type { DatabaseServer } from '../src/kernel/database/connection.ts';
import { findUseDifferences } from '../src/modules/promos/use-differences.ts';
import { addPromo, couponInput, promoDetail, promoInput } from '../test/promo-input.ts';
import type { ServerProcess } from '../test/server-process.ts';
import { addCustomer, today } from '../test/stall.ts';
import { openBenchShop, type BenchShop } from './shop.ts';

const ROUNDS = 100;
const ORDERS = 200;
const QUOTA = 50;
const CUSTOMERS = 10;
const USES_PER_CUSTOMER = 3;

/**
 * Orders at once for a promo that fewer may have, round after round, over HTTP.
 * @throws Error where a promo is used more or less often than it allows
 */
export async function racePromos(
  server: ServerProcess,
  database: DatabaseServer,
  number: number,
): Promise<void> {
  const shop = await openBenchShop(server.base_url, number);
  const customer_ids: number[] = [];
  for (let n = 0; n < CUSTOMERS; n += 1) customer_ids.push(await addCustomer(shop, 'N', `Pelanggan ${n}`));
  for (let round = 0; round < ROUNDS; round += 1) {
    await raceQuota(server, shop);
    await raceCoupon(server, shop, customer_ids, round);
  }
  const differences = await findUseDifferences(database.db.withoutPlugins());
  if (differences.length > 0) throw new Error(`uses are not counted right: ${JSON.stringify(differences)}`);
  console.log(`\npromos, ${ROUNDS} rounds of ${ORDERS} orders at once`);
  console.log(`quota of ${QUOTA}: used ${QUOTA} times in each round`);
  console.log(
    `coupon, ${USES_PER_CUSTOMER} times for each of ${CUSTOMERS} customers: ` +
      `used ${USES_PER_CUSTOMER * CUSTOMERS} times in each round`,
  );
}

async function raceQuota(server: ServerProcess, shop: BenchShop): Promise<void> {
  const promo_id = await addPromo(shop, promoInput(running({ promo_limit: QUOTA })));
  const [line] = shop.order['products'] as object[];
  const order = { ...shop.order, products: [{ ...line, promo_id }] };
  await expectUses(shop, promo_id, await placeAll(server, shop, () => order), QUOTA);
}

async function raceCoupon(
  server: ServerProcess,
  shop: BenchShop,
  customer_ids: readonly number[],
  round: number,
): Promise<void> {
  const coupon_code = `BALAP${round}`;
  const coupon_id = await addPromo(
    shop,
    couponInput(coupon_code, running({ usage_per_customer: USES_PER_CUSTOMER })),
  );
  const made = await placeAll(server, shop, (index) => {
    const customer_id = customer_ids[index % CUSTOMERS];
    return {
      ...shop.order,
      customer_sender_id: customer_id,
      customer_receiver_id: customer_id,
      coupon_code,
    };
  });
  await expectUses(shop, coupon_id, made, CUSTOMERS * USES_PER_CUSTOMER);
}

/** Of all products, from today on, for whoever orders in the app. */
function running(limits: object): Record<string, unknown> {
  return {
    start_date: `${today()} 00:00`,
    end_date: '',
    discount: { type: 'NOMINAL', amount: 1_000 },
    limits,
  };
}

/** Sends the orders at once. @returns how many were made; the others were refused */
async function placeAll(
  server: ServerProcess,
  { token }: BenchShop,
  order: (index: number) => object,
): Promise<number> {
  const answers = await Promise.all(
    Array.from({ length: ORDERS }, async (_, index) => {
      const answer = await fetch(`${server.base_url}/api/open/order`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(order(index)),
      });
      const text = await answer.text();
      if (answer.status !== 200 && answer.status !== 422) throw new Error(`${answer.status}: ${text}`);
      return answer.status;
    }),
  );
  return answers.filter((status) => status === 200).length;
}

/** A product is in one promo at a time: it ends with its round. */
async function expectUses(shop: BenchShop, promo_id: number, made: number, allowed: number): Promise<void> {
  const { used } = await promoDetail(shop, promo_id);
  if (made !== allowed || used !== allowed)
    throw new Error(`${made} orders were made and ${used} uses counted, ${allowed} are allowed`);
  await shop.call('DELETE', `/api/open/promo/${promo_id}`);
}
