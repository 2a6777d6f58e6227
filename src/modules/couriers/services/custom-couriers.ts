import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { differenceOf } from '../../../kernel/difference.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { emit } from '../../../kernel/outbox.ts';
import { holdToLimit } from '../../../kernel/shop-limit.ts';
import { courierLimits } from '../limits.ts';
import { loadShopServices } from './load-shop-services.ts';
import type {
  CreateCustomCourierInput,
  CustomCourier,
  CustomCourierIdInput,
  CustomCourierSaved,
  UpdateCustomCourierInput,
} from './schemas.ts';

type Saved = z.input<typeof CustomCourierSaved>;

/** The custom couriers of the shop, oldest first. */
export async function listCustomCouriers(context: Context): Promise<z.input<typeof CustomCourier>[]> {
  const { custom } = await loadShopServices(context);
  return custom.map(({ fee_idr, ...courier }) => ({ ...courier, fee: fee_idr }));
}

/** Adds a courier of the shop's own. Refused if it has one with this name, ignoring letter case. */
export async function createCustomCourier(
  context: Context,
  input: z.output<typeof CreateCustomCourierInput>,
): Promise<Saved> {
  return context.transaction(async (inner) => {
    const having = inner.db
      .selectFrom('custom_couriers')
      .where('shop_id', '=', inner.shop.id)
      .where('archived_at', 'is', null);
    await holdToLimit(inner, courierLimits.custom_couriers, having);
    const { id } = await inner.db
      .insertInto('custom_couriers')
      .values({
        shop_id: inner.shop.id,
        name: input.name,
        fee_idr: input.fee,
        is_cod: input.is_cod,
        created_at: inner.clock.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await emit(inner, 'custom_courier.created', id);
    return { id };
  });
}

/**
 * Changes a custom courier; orders that have it do not change.
 * @throws Refusal 404 if the shop has no such courier; 422 if another one has the name
 */
export async function updateCustomCourier(
  context: Context,
  input: z.output<typeof UpdateCustomCourierInput>,
): Promise<Saved> {
  return context.transaction(async (inner) => {
    const before = await lockCustomCourier(inner, input.id);
    const after = { name: input.name, fee_idr: input.fee, is_cod: input.is_cod ?? before.is_cod };
    await inner.db
      .updateTable('custom_couriers')
      .set(after)
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', input.id)
      .execute();
    await emit(inner, 'custom_courier.updated', input.id, differenceOf(before, after));
    return { id: input.id };
  });
}

/**
 * Deletes a custom courier: it is archived, no longer appears in lists and cannot be chosen, while orders that have it keep
 * it. Its name becomes free, and its rows of the tariff are removed.
 * @throws Refusal 404 if the shop has no such courier
 */
export async function deleteCustomCourier(
  context: Context,
  { id }: z.output<typeof CustomCourierIdInput>,
): Promise<Saved> {
  return context.transaction(async (inner) => {
    await lockCustomCourier(inner, id);
    await inner.db
      .updateTable('custom_couriers')
      .set({ archived_at: inner.clock.now() })
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', id)
      .execute();
    const { numDeletedRows } = await inner.db
      .deleteFrom('tariffs')
      .where('shop_id', '=', inner.shop.id)
      .where('service_id', '=', id)
      .executeTakeFirstOrThrow();
    const rows = Number(numDeletedRows);
    if (rows > 0) await emit(inner, 'tariff.deleted', inner.shop.id, { rows, service_ids: [id] });
    await emit(inner, 'custom_courier.deleted', id);
    return { id };
  });
}

async function lockCustomCourier(context: Context, id: number) {
  // An ID beyond the column is of no courier.
  const found =
    id > MOST_ID
      ? undefined
      : await context.db
          .selectFrom('custom_couriers')
          .select(['name', 'fee_idr', 'is_cod'])
          .where('shop_id', '=', context.shop.id)
          .where('id', '=', id)
          .where('archived_at', 'is', null)
          .forUpdate()
          .executeTakeFirst();
  if (found === undefined) throw kernelErrors.refuse('not_found');
  return found;
}

const MOST_ID = 2_147_483_647;
