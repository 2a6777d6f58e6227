import { bodyOf } from '../src/kernel/mail/index.ts';
import type { TestApp } from './harness.ts';

/** The texts of the mails to somebody that have not left yet, newest first. */
export async function mailTexts({ database, services }: TestApp, recipient: string): Promise<string[]> {
  const { rows } = await database.pool.query(
    'select shop_id, id, body, sealed_body from mails where recipient = $1 order by id desc',
    [recipient],
  );
  return rows.map((mail) => bodyOf(services.secrets, mail));
}
