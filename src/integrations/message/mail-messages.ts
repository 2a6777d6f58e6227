import { sendMail } from '../../kernel/mail/index.ts';
import type { Messages } from './port.ts';

/** By mail, which stays in the outbox of the shop where there is no mail server. Reaches who has an email. */
export const mailMessages: Messages = {
  async send(context, { to, subject, text, is_secret = false }) {
    if (to.email === null) return false;
    await sendMail(context, { recipient: to.email, subject, body: text, is_secret });
    return true;
  },
};
