import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface DeliveredMail {
  from: string;
  to: string[];
  text: string;
}

export interface SmtpVendor {
  port: number;
  /** With user `juragan` and password `rahasia`. */
  url: string;
  delivered: DeliveredMail[];
  close(): Promise<void>;
}

/** A mail server on this machine. */
export async function openSmtpVendor(options: SMTPServerOptions = {}): Promise<SmtpVendor> {
  const delivered: DeliveredMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) =>
      username === 'juragan' && password === 'rahasia'
        ? done(null, { user: username })
        : done(smtpError(535)),
    onData(stream, { envelope }, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        delivered.push({ from, to: envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
    ...options,
  });
  // A connection that a client tears down is no concern of the tests'.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    url: smtpUrl(port),
    delivered,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

export const smtpUrl = (port: number) => `smtp://juragan:rahasia@127.0.0.1:${port}`;

export const smtpError = (responseCode: number) => Object.assign(new Error('kata server'), { responseCode });
