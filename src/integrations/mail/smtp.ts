import { createTransport } from 'nodemailer';
import { MailRefused, type Mailer } from '../../kernel/mail/port.ts';

/** Steps of SMTP at which a 5xx is about this mail; at others (signing in) it is about us, and can be mended. */
const ABOUT_THE_MAIL = new Set(['EENVELOPE', 'EMESSAGE']);

/**
 * Speaks SMTP with the server given, on at most two connections, with STARTTLS where the server offers it.
 * @param url smtp:// or smtps://, with user and password where the server wants them
 * @param from address in the From header, as `Ngorder <no-reply@example.com>`
 */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({
    ...connectionOf(url),
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ message_id, recipient, subject, body }) {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: recipient },
          subject,
          text: body,
          messageId: message_id,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      } catch (error) {
        const { code = '', responseCode = 0, response, message } = error as SmtpError;
        if (responseCode >= 500 && ABOUT_THE_MAIL.has(code)) throw new MailRefused(response ?? message);
        throw error;
      }
    },
    close: () => transport.close(),
  };
}

interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
  response?: string;
}

function connectionOf(text: string) {
  const url = new URL(text);
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    ...(url.username !== '' && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
  };
}
