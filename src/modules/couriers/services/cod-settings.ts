import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { differenceOf } from '../../../kernel/difference.ts';
import { emit } from '../../../kernel/outbox.ts';
import type { CodSettings, UpdateCodSettingsInput } from './schemas.ts';

/** What the amounts that couriers collect are rounded up to. */
export async function getCodSettings(context: Context): Promise<z.input<typeof CodSettings>> {
  const { cash_rounding_idr } = await context.db
    .selectFrom('courier_settings')
    .select('cash_rounding_idr')
    .where('shop_id', '=', context.shop.id)
    .executeTakeFirstOrThrow();
  return { cash_rounding: cash_rounding_idr };
}

/** Sets what the amounts that couriers collect are rounded up to; orders that exist do not change. */
export async function updateCodSettings(
  context: Context,
  input: z.output<typeof UpdateCodSettingsInput>,
): Promise<z.input<typeof CodSettings>> {
  const cash_rounding = Number(input.cash_rounding);
  return context.transaction(async (inner) => {
    const before = await inner.db
      .selectFrom('courier_settings')
      .select('cash_rounding_idr')
      .where('shop_id', '=', inner.shop.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const after = { cash_rounding_idr: cash_rounding };
    await inner.db.updateTable('courier_settings').set(after).where('shop_id', '=', inner.shop.id).execute();
    await emit(inner, 'courier_settings.updated', inner.shop.id, differenceOf(before, after));
    return { cash_rounding };
  });
}
