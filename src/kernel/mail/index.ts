import type { Config } from '../config.ts';
import type { Mailer } from './port.ts';
import { smtpMailer } from './smtp-mailer.ts';

export type { Mailer } from './port.ts';
export { mailWorker } from './mail-worker.ts';
export { sendMail } from './send-mail.ts';

/** The mail server that the settings name, if any. */
export function openMailer(config: Config): Mailer | undefined {
  const { SMTP_URL, MAIL_FROM } = config;
  // readConfig has made sure that both are set where the first is.
  return SMTP_URL === undefined || MAIL_FROM === undefined ? undefined : smtpMailer(SMTP_URL, MAIL_FROM);
}
