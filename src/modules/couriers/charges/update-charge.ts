import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { differenceOf } from '../../../kernel/difference.ts';
import { foundBy } from '../../../kernel/not-found.ts';
import { emit } from '../../../kernel/outbox.ts';
import { findCourier } from '../../reference/index.ts';
import {
  CHARGE_FIELDS,
  courierRule,
  isCharging,
  type ChargeOverride,
  type ChargeRule,
} from './charge-rule.ts';
import { presentCharge } from './list-charges.ts';
import { chargeRules } from './load-charge-rules.ts';
import type { CourierCharge, UpdateChargeInput } from './schemas.ts';

type Input = z.output<typeof UpdateChargeInput>;

/**
 * Changes the given fields of how a courier charges the shop; null returns a field to the value that the product
 * starts with, and a value that it has already leaves it as it is. Orders that exist do not change.
 * @throws Refusal 422 if there is no such courier, or it charges nothing
 */
export async function updateCharge(context: Context, input: Input): Promise<z.input<typeof CourierCharge>> {
  const { courier_id } = input;
  const courier = foundBy('courier_id', isCharging(courier_id) ? findCourier(courier_id) : undefined);
  return context.transaction(async (inner) => {
    const rules = await chargeRules(inner);
    // A client that sends back all that it has read sets nothing.
    if (CHARGE_FIELDS.every((field) => !isChange(input, rules.ofCourier(courier_id), field)))
      return presentCharge(courier, rules);
    const before = await lockOverride(inner, courier_id);
    const current = courierRule(courier_id, before);
    const changed = CHARGE_FIELDS.filter((field) => isChange(input, current, field));
    const after: ChargeOverride = {
      ...before,
      ...Object.fromEntries(changed.map((field) => [field, input[field]])),
    };
    await inner.db
      .updateTable('courier_charges')
      .set(after)
      .where('shop_id', '=', inner.shop.id)
      .where('courier_id', '=', courier_id)
      .execute();
    await emit(inner, 'courier_charge.updated', courier_id, differenceOf(before, after));
    return presentCharge(courier, await chargeRules(inner));
  });
}

function isChange(input: Input, current: ChargeRule, field: keyof ChargeRule): boolean {
  return input[field] !== undefined && input[field] !== current[field];
}

/** What the shop has set for a courier, nothing if it has set none; changed by one at a time. */
async function lockOverride({ db, shop }: Context, courier_id: number): Promise<ChargeOverride> {
  await db
    .insertInto('courier_charges')
    .values({ shop_id: shop.id, courier_id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return db
    .selectFrom('courier_charges')
    .select(CHARGE_FIELDS)
    .where('shop_id', '=', shop.id)
    .where('courier_id', '=', courier_id)
    .forUpdate()
    .executeTakeFirstOrThrow();
}
