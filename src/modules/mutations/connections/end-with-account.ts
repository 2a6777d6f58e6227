import type { EventReader } from '../../../kernel/event-readers.ts';
import { inShop } from '../../../kernel/event-readers.ts';
import { removeConnection } from './delete-mutation.ts';

/** With a bank account its connection is removed. Until then nothing that its service reports is taken. */
export const connectionsOfDeletedAccounts: EventReader = {
  name: 'mutation-connections',
  reads: ['bank_account.deleted'],
  async read(context, events) {
    for (const { shop_id, subject_id, user_id } of events) {
      const { time_zone } = await context.platform
        .selectFrom('shops')
        .select('time_zone')
        .where('id', '=', shop_id)
        .executeTakeFirstOrThrow();
      await removeConnection(inShop(context, { id: shop_id, time_zone }, user_id), subject_id);
    }
  },
};
