import type { Config } from '../../kernel/config.ts';
import type { Mailer } from '../../kernel/mail/port.ts';
import { smtpMailer } from './smtp.ts';

/** The mail server that the settings name. Without one mail stays in the outbox of each shop, to be read there. */
export function openMailer(config: Config): Mailer | undefined {
  const { SMTP_URL, MAIL_FROM } = config;
  // readConfig has made sure that both are set where the first is.
  return SMTP_URL === undefined || MAIL_FROM === undefined ? undefined : smtpMailer(SMTP_URL, MAIL_FROM);
}
