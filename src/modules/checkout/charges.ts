import { sql, type Selectable } from 'kysely';
import type { GatewayChannel } from '../../integrations/gateway/port.ts';
import type { Context } from '../../kernel/context.ts';
import type { DB } from '../../kernel/database/schema.generated.ts';
import { makeShopToken } from '../../kernel/shop-token.ts';

export type GatewayCharge = Selectable<DB['gateway_charges']>;

/** Of a key, so that nobody guesses one. */
const KEY_BYTES = 15;

interface ChargeFacts {
  payment_id: number;
  owner: 'SHOP' | 'PLATFORM';
  channel: GatewayChannel;
  amount_idr: number;
  expires_at: Date;
}

/**
 * Requests a charge for a buyer's payment, in the open transaction in which the payment is stored or locked. Nobody is
 * asked yet: whoever comes after the commit opens it (`openChargeNow`), and else the clock does.
 */
export async function requestCharge(context: Context, facts: ChargeFacts): Promise<void> {
  const now = context.clock.now();
  await context.db
    .insertInto('gateway_charges')
    .values({
      ...facts,
      shop_id: context.shop.id,
      key: makeShopToken(context.random, context.shop.id, { prefix: 'ng-', bytes: KEY_BYTES }),
      state: 'REQUESTED',
      next_try_at: now,
      created_at: now,
      updated_at: now,
    })
    .execute();
}

/**
 * Has the charges of a payment take no money any more, in the open transaction in which the payment is locked. What no
 * vendor has heard of is ended; of the others the vendor is told, by the clock.
 */
export async function endCharges({ db, shop, clock }: Context, payment_id: number): Promise<void> {
  const now = clock.now();
  await db
    .updateTable('gateway_charges')
    .set({
      state: sql<GatewayCharge['state']>`case when may_exist then 'ENDING' else 'ENDED' end`,
      next_try_at: sql<Date | null>`case when may_exist then ${now}::timestamptz end`,
      attempts: 0,
      updated_at: now,
    })
    .where('shop_id', '=', shop.id)
    .where('payment_id', '=', payment_id)
    .where('state', 'in', ['REQUESTED', 'OPEN', 'FAILED'])
    .execute();
}

/** The charge that a buyer is to pay, or that could not be made; null where the last one has ended or took another amount. */
export async function liveCharge({ db, shop }: Context, payment_id: number): Promise<GatewayCharge | null> {
  const charge = await db
    .selectFrom('gateway_charges')
    .selectAll()
    .where('shop_id', '=', shop.id)
    .where('payment_id', '=', payment_id)
    .where('state', 'in', ['REQUESTED', 'OPEN', 'FAILED'])
    .executeTakeFirst();
  return charge ?? null;
}

/** What of a charge staff can tell a buyer, as the reference calls it. */
export interface PayableCharge {
  va_no: string | null;
  xendit_id: string | null;
}

/** SQL, of the buyer's payment `p`: the charge that can be paid, or that paid it; null where there is none. */
export const payableCharge = ({ shop }: Context) => sql<PayableCharge | null>`(
  select json_build_object('va_no', c.va_number, 'xendit_id', c.vendor_charge_id) from gateway_charges c
  where c.shop_id = ${shop.id} and c.payment_id = p.id
    and (c.state = 'OPEN' or (c.state = 'PAID' and p.received_idr > 0))
  order by c.id desc limit 1)`;
