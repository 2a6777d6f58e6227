import { sql } from 'kysely';
import type { EventReader } from '../../kernel/event-readers.ts';

/** Removes what a removed user had for private: views and preferences. What was shared stays with the shop. */
export const viewsOfRemovedUsers: EventReader = {
  name: 'views-of-removed-users',
  reads: ['user.removed'],
  async read({ db }, events) {
    for (const { shop_id, subject_id } of events) {
      await sql`delete from saved_views where shop_id = ${shop_id} and user_id = ${subject_id} and not is_shared`.execute(
        db,
      );
      await sql`delete from user_preferences where shop_id = ${shop_id} and user_id = ${subject_id}`.execute(
        db,
      );
    }
  },
};
