import type { Context } from '../../kernel/context.ts';
import { sendMail } from '../../kernel/mail/index.ts';
import { MessageError, type MessageAccount } from './port.ts';

/** For trials: messages become mail, which stays in the outbox of the shop where there is no mail server. A key is sent once. */
export function outboxAccount(context: Context): MessageAccount {
  return {
    name: 'outbox',
    window_hours: undefined,
    tells_keys: false,
    async send({ key, email, subject, text }) {
      if (email === null) throw new MessageError('outbox', 'no_way', 'the customer has no email');
      await sendMail(context, { recipient: email, subject, body: text, key: `message:${key}` });
      return { state: 'SENT', vendor_message_id: null };
    },
    test: async () => undefined,
  };
}
