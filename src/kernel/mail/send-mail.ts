import type { Context } from '../context.ts';

export interface NewMail {
  /** The user it is for. Without one it is for a customer, and all staff can read it. */
  user_id?: number;
  recipient: string;
  subject: string;
  /** Plain text; mail clients turn addresses in it into links. */
  body: string;
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
        body: mail.body,
        status: leaves ? 'WAITING' : 'KEPT',
        key: mail.key ?? null,
        created_at: inner.clock.now(),
      })
      .onConflict((conflict) => conflict.columns(['shop_id', 'key']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!leaves || stored === undefined) return;
    await inner.queue.send(inner.platform, 'mail', { shop_id: inner.shop.id, id: stored.id });
    await inner.afterCommit(() => inner.queue.wake('mail'));
  });
}
