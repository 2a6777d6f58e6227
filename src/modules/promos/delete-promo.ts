import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { kernelErrors } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import type { PromoIdInput } from './schemas.ts';

/**
 * Deletes a promo: it no longer appears in lists or applies to new orders, and orders that have it keep it. Its code
 * and products become free.
 */
export async function deletePromo(context: Context, input: z.output<typeof PromoIdInput>): Promise<null> {
  return context.transaction(async (inner) => {
    const promo = await inner.db
      .updateTable('promos')
      .set({ deleted_at: inner.clock.now() })
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', input.id)
      .where('deleted_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (promo === undefined) throw kernelErrors.refuse('not_found');
    await emit(inner, 'promo.deleted', promo.id);
    return null;
  });
}
