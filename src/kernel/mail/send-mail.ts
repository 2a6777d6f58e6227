import type { Context } from '../context.ts';
import { Secret } from '../sealed/index.ts';
import { MAIL_BODIES } from './mail-body.ts';

export interface NewMail {
  /** The user it is for. Without one it is for a customer, and all staff can read it. */
  user_id?: number;
  recipient: string;
  subject: string;
  /** Plain text; mail clients turn addresses in it into links. */
  body: string;
  /** Whether the text lets in whoever reads it, as a code does: it is stored sealed, and only until it has been sent. */
  is_secret?: boolean;
  /** Mail with a key that the shop has used before is not sent again. */
  key?: string;
}

/**
 * Sends mail, in the transaction that is open (or one of its own): it is sent if that is committed. Without an
 * SMTP server it stays in the outbox, to be read there.
 */
export async function sendMail(context: Context, mail: NewMail): Promise<void> {
  const leaves = context.config.SMTP_URL !== undefined;
  await context.transaction(async (inner) => {
    const stored = await inner.db
      .insertInto('mails')
      .values({
        shop_id: inner.shop.id,
        user_id: mail.user_id ?? null,
        recipient: mail.recipient,
        subject: mail.subject,
        body: mail.is_secret === true ? '' : mail.body,
        status: leaves ? 'WAITING' : 'KEPT',
        key: mail.key ?? null,
        created_at: inner.clock.now(),
      })
      .onConflict((conflict) => conflict.columns(['shop_id', 'key']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (stored === undefined) return;
    if (mail.is_secret === true) await seal(inner, stored.id, mail.body);
    if (!leaves) return;
    await inner.queue.send(inner.platform, 'mail', { shop_id: inner.shop.id, id: stored.id });
    await inner.afterCommit(() => inner.queue.wake('mail'));
  });
}

async function seal(context: Context, id: number, body: string): Promise<void> {
  const { db, secrets, shop } = context;
  const sealed_body = secrets.seal(MAIL_BODIES, { shop_id: shop.id, id }, new Secret(body));
  await db
    .updateTable('mails')
    .set({ sealed_body })
    .where('shop_id', '=', shop.id)
    .where('id', '=', id)
    .execute();
}
