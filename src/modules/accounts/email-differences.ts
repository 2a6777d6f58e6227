import { sql } from 'kysely';
import type { Database } from '../../kernel/database/connection.ts';
import { MOST_DIFFERENCES } from '../../kernel/module.ts';

/** Users who sign in by another email than the directory says, or who are not in it, and the other way round. */
export async function findEmailDifferences(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select shop_id, user_id, person.email, known.email as known
    from user_emails as known
    full join (select shop_id, id as user_id, lower(email) as email from users where status = 'ACTIVE') as person
      using (shop_id, user_id)
    where person.email is distinct from known.email
    limit ${MOST_DIFFERENCES}`.execute(db);
  return rows;
}
