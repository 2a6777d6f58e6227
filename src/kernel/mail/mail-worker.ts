import type { Services } from '../context.ts';
import type { Reference, Worker } from '../jobs/queue.ts';
import { bodyOf } from './mail-body.ts';
import { MailRefused, type Mailer } from './port.ts';

type State = { status: 'SENT' | 'KEPT' | 'WAITING' | 'FAILED'; reply?: string };

/**
 * Passes queued mail to the mail server. If the process dies between the server's acceptance and storing it, the mail
 * is sent again with the same Message-ID.
 * @param mailer undefined if no SMTP server is configured any more: queued mail stays in the outbox
 */
export function mailWorker(services: Services, mailer: Mailer | undefined): Worker {
  return {
    async run(reference) {
      const mail = await services.db
        .selectFrom('mails')
        .selectAll()
        .where('shop_id', '=', reference.shop_id)
        .where('id', '=', reference.id)
        .where('status', '=', 'WAITING')
        .executeTakeFirst();
      if (mail === undefined) return;
      if (mailer === undefined) {
        await note(services, reference, { status: 'KEPT' });
        return;
      }
      const { recipient, subject } = mail;
      const body = bodyOf(services.secrets, mail);
      try {
        await mailer.send({ message_id: messageId(services, reference), recipient, subject, body });
        await note(services, reference, { status: 'SENT' });
      } catch (error) {
        const { message } = error as Error;
        const refused = error instanceof MailRefused;
        await note(services, reference, { status: refused ? 'FAILED' : 'WAITING', reply: message });
        if (!refused) throw error;
      }
    },
    giveUp: (reference) => note(services, reference, { status: 'FAILED' }),
  };
}

async function note(services: Services, { shop_id, id }: Reference, state: State): Promise<void> {
  await services.db
    .updateTable('mails')
    .set({
      ...state,
      ...(state.status === 'SENT' && { sent_at: services.clock.now(), reply: null, sealed_body: null }),
    })
    .where('shop_id', '=', shop_id)
    .where('id', '=', id)
    .where('status', '=', 'WAITING')
    .execute();
}

/** The domain of our address in From, by which mail servers recognise the mail as ours. */
function messageId({ config }: Services, { shop_id, id }: Reference): string {
  const domain = /@([^\s>]+)/.exec(config.MAIL_FROM ?? '')?.[1] ?? 'ngorder.invalid';
  return `<${shop_id}.${id}@${domain}>`;
}
