import type { Context } from '../context.ts';

export interface NewMail {
  /** The user it is for; without one it is for a customer, and all staff may read it. */
  user_id?: number;
  recipient: string;
  subject: string;
  /** Plain text; addresses in it are made links by every reader. */
  body: string;
}

/**
 * Sends mail, in the transaction that is open (or one of its own): it leaves if that is kept. Where no SMTP
 * server is set it is kept in the outbox, to be read there.
 */
export async function sendMail(context: Context, mail: NewMail): Promise<void> {
  const leaves = context.config.SMTP_URL !== undefined;
  await context.transaction(async (inner) => {
    const { id } = await inner.db
      .insertInto('mails')
      .values({
        shop_id: inner.shop.id,
        user_id: mail.user_id ?? null,
        recipient: mail.recipient,
        subject: mail.subject,
        body: mail.body,
        status: leaves ? 'WAITING' : 'KEPT',
        created_at: inner.clock.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    if (!leaves) return;
    await inner.queue.send(inner.platform, 'mail', { shop_id: inner.shop.id, id });
    await inner.afterCommit(() => inner.queue.wake('mail'));
  });
}
