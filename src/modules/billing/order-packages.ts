import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { Refusal, type RefusalPart } from '../../kernel/errors.ts';
import { enqueue } from '../../kernel/jobs/enqueue.ts';
import { emit } from '../../kernel/outbox.ts';
import { makeShopToken } from '../../kernel/shop-token.ts';
import { findOffer, priceListOf, type PackageOffer } from '../packages/index.ts';
import { billingErrors } from './errors.ts';
import { billingLimits } from './limits.ts';
import { presentBilling } from './present-billing.ts';
import type { Billing, OrderPackagesInput } from './schemas.ts';
import { BILLING_WORK } from './billing-work.ts';

/** How long an invoice can be paid. */
const PAYABLE_MS = 3 * 86_400_000;
/** Of its key that cannot be guessed: a gateway must not know it from another installation, or from before a restore. */
const KEY_BYTES = 12;

/**
 * Orders packages: makes the invoice, whose payment page the gateway gives a moment later. Nothing starts until it is paid.
 * @throws Refusal 422 on each package that is unknown or of the same class as another; where too many invoices are unpaid,
 *   or there is nothing to order
 */
export async function orderPackages(
  context: Context,
  input: z.output<typeof OrderPackagesInput>,
): Promise<z.input<typeof Billing>> {
  if (context.config.BILLING === 'off') throw billingErrors.refuse('billing_off');
  const offers = chooseOffers(context, input.packages);
  return context.transaction(async (inner) => {
    const number = await nextNumber(inner);
    const created_at = inner.clock.now();
    const order = await inner.db
      .insertInto('billing_orders')
      .values({
        shop_id: inner.shop.id,
        number,
        key: makeShopToken(inner.random, inner.shop.id, { prefix: 'bl-', bytes: KEY_BYTES }),
        user_id: inner.actor.user_id,
        state: 'WAITING',
        amount_idr: offers.reduce((sum, { price_idr }) => sum + price_idr, 0),
        created_at,
        expires_at: new Date(created_at.getTime() + PAYABLE_MS),
        next_check_at: created_at,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const lines = offers.map(({ price_idr: amount_idr, ...offer }, position) => ({
      position,
      class: offer.class,
      package: offer.code,
      name: offer.name,
      months: offer.months,
      credit: offer.credit,
      amount_idr,
    }));
    await inner.db
      .insertInto('billing_order_lines')
      .values(lines.map((line) => ({ ...line, shop_id: inner.shop.id, order_id: order.id })))
      .execute();
    await emit(inner, 'billing.ordered', order.id, {
      packages: offers.map(({ code }) => code),
      amount: order.amount_idr,
    });
    await enqueue(inner, BILLING_WORK, { id: order.id });
    return presentBilling(inner, { ...order, lines });
  });
}

function chooseOffers({ config }: Context, codes: readonly string[]): PackageOffer[] {
  const list = priceListOf(config);
  const faults: RefusalPart[] = [];
  const offers: PackageOffer[] = [];
  for (const [index, code] of codes.entries()) {
    const field = `packages.${index}`;
    const offer = findOffer(list, code.toLowerCase());
    const same = offers.find((other) => other.class === offer?.class);
    if (offer === undefined)
      faults.push(
        billingErrors.part('package_unknown', field, {
          codes: list.packages.map((one) => one.code).join(', '),
        }),
      );
    else if (same !== undefined)
      faults.push(billingErrors.part('package_class_twice', field, { other: same.code }));
    else offers.push(offer);
  }
  if (faults.length > 0) throw new Refusal(faults);
  return offers;
}

/** The next number of the shop; of two at once one waits for the other. @throws Refusal 422 where too many are unpaid */
async function nextNumber({ db, shop }: Context): Promise<number> {
  await db.selectFrom('shops').select('id').where('id', '=', shop.id).forNoKeyUpdate().execute();
  const { open, last } = await db
    .selectFrom('billing_orders')
    .select([
      sql<number>`count(*) filter (where state in ('WAITING', 'OPEN'))`.as('open'),
      sql<number>`coalesce(max(number), 0)`.as('last'),
    ])
    .where('shop_id', '=', shop.id)
    .executeTakeFirstOrThrow();
  const limit = billingLimits.billing_orders_open;
  if (open >= limit) throw billingErrors.refuse('billing_orders_open', { limit });
  return last + 1;
}
