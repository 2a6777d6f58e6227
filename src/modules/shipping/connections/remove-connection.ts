import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { emit } from '../../../kernel/outbox.ts';
import type { ConnectionRemoved, RemoveConnectionInput } from './schemas.ts';

/**
 * Forgets the key. What is booked with the vendor stays booked there; what waits for it fails, and says so.
 * @throws Refusal 404 where there is no connection
 */
export async function removeConnection(
  context: Context,
  { vendor }: z.output<typeof RemoveConnectionInput>,
): Promise<z.input<typeof ConnectionRemoved>> {
  return context.transaction(async (inner) => {
    const removed = await inner.db
      .deleteFrom('courier_connections')
      .where('shop_id', '=', inner.shop.id)
      .where('vendor', '=', vendor)
      .returning('vendor')
      .executeTakeFirst();
    if (removed === undefined) throw kernelErrors.refuse('not_found');
    await emit(inner, 'courier_connection.removed', inner.shop.id, { vendor });
    return { vendor };
  });
}
