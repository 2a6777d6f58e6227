import { setTimeout as sleep } from 'node:timers/promises';
import { loadWhenUsed } from '../../kernel/load-when-used.ts';
import { MailRefused, type Mailer } from '../../kernel/mail/port.ts';

const nodemailer = loadWhenUsed((require) => require('nodemailer') as typeof import('nodemailer'));

/** Steps of SMTP at which a 5xx is about this mail; at others (signing in) it is about us, and can be mended. */
const ABOUT_THE_MAIL = new Set(['EENVELOPE', 'EMESSAGE']);

/** How long a server may take: to be there, to say its next word, and for a whole mail. */
export interface SmtpTimes {
  greeting_ms: number;
  silence_ms: number;
  mail_ms: number;
}

const TIMES: SmtpTimes = { greeting_ms: 10_000, silence_ms: 30_000, mail_ms: 90_000 };

/**
 * Speaks SMTP with the server given, on at most two connections, with STARTTLS where the server offers it.
 * @param url smtp:// or smtps://, with user and password where the server wants them
 * @param from address in the From header, as `Ngorder <no-reply@example.com>`
 */
export function smtpMailer(url: string, from: string, times: SmtpTimes = TIMES): Mailer {
  const openTransport = () =>
    nodemailer().createTransport({
      ...connectionOf(url),
      pool: true,
      maxConnections: 2,
      connectionTimeout: times.greeting_ms,
      greetingTimeout: times.greeting_ms,
      socketTimeout: times.silence_ms,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  let transport: ReturnType<typeof openTransport> | undefined;
  return {
    async send({ message_id, recipient, subject, body }) {
      const used = (transport ??= openTransport());
      const sent = used.sendMail({
        from,
        to: { name: '', address: recipient },
        subject,
        text: body,
        messageId: message_id,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      try {
        await inTime(sent, times.mail_ms);
      } catch (error) {
        if (error instanceof TooSlow && transport === used) {
          // A server that sends a byte now and then would occupy its connections forever.
          transport = openTransport();
          used.close();
        }
        const { code = '', responseCode = 0, response, message } = error as SmtpError;
        if (responseCode >= 500 && ABOUT_THE_MAIL.has(code)) throw new MailRefused(response ?? message);
        throw error;
      }
    },
    close: () => transport?.close(),
  };
}

class TooSlow extends Error {}

/** @throws TooSlow where it takes longer; what becomes of it then is nobody's concern */
async function inTime<T>(promise: Promise<T>, most_ms: number): Promise<T> {
  const stop = new AbortController();
  const tooSlow = sleep(most_ms, undefined, { signal: stop.signal }).then(() => {
    throw new TooSlow(`the mail server took longer than ${most_ms} ms`);
  });
  tooSlow.catch(() => undefined);
  try {
    return await Promise.race([promise, tooSlow]);
  } finally {
    stop.abort();
    promise.catch(() => undefined);
  }
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
