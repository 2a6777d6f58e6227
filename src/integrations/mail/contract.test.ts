import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  FAULTS,
  openFaultProxy,
  SMTP,
  type Fault,
  type FaultProxy,
} from '../../../test/integrations/fault-proxy.ts';
import {
  openSmtpVendor,
  smtpError,
  smtpUrl,
  type SmtpVendor,
} from '../../../test/integrations/smtp-vendor.ts';
import { MailRefused, type Mailer } from '../../kernel/mail/port.ts';
import { smtpMailer } from './smtp.ts';

const FROM = 'Ngorder <no-reply@toko.example>';
const TIMES = { greeting_ms: 2_000, silence_ms: 300, mail_ms: 900 };
const MAIL = {
  message_id: '<7.1@toko.example>',
  recipient: 'juragan@example.com',
  subject: 'Unduhan siap',
  body: 'Halo,\n\nSiap.\n',
};

/** Mail servers behind which each vendor of the port stands: how it is opened on the loopback server. */
const VENDORS: Record<string, (port: number) => Mailer> = {
  smtp: (port) => smtpMailer(smtpUrl(port), FROM, TIMES),
};

let server: SmtpVendor;
let proxy: FaultProxy;
let mailer: Mailer;

beforeEach(async () => {
  server = await openSmtpVendor({ onRcptTo: refuseUnknown });
  proxy = await openFaultProxy(server.port, SMTP);
});
afterEach(async () => {
  mailer.close();
  await proxy.close();
  await server.close();
});

function refuseUnknown(
  { address }: { address: string },
  _session: unknown,
  done: (error?: Error | null) => void,
) {
  if (address.startsWith('penuh')) return done(smtpError(452));
  return address.startsWith('tidak-ada') ? done(smtpError(550)) : done();
}

test('every vendor of the folder is held to the contract', async () => {
  mailer = smtpMailer(smtpUrl(proxy.port), FROM, TIMES);
  const files = (await readdir(import.meta.dirname)).filter((name) => !name.endsWith('.test.ts'));
  const vendors = files.filter((name) => name !== 'index.ts').map((name) => name.slice(0, -3));
  expect(vendors).toEqual(Object.keys(VENDORS));
});

describe.each(Object.entries(VENDORS))('%s', (vendor, open) => {
  beforeEach(() => void (mailer = open(proxy.port)));

  test('gives a mail to the server whole, under its id', async () => {
    await mailer.send(MAIL);
    expect(server.delivered).toHaveLength(1);
    expect(server.delivered[0]).toMatchObject({ to: [MAIL.recipient], from: 'no-reply@toko.example' });
    expect(server.delivered[0]?.text).toContain(`Message-ID: ${MAIL.message_id}`);
  });

  test('tells a receiver that does not exist from one that can not be reached now', async () => {
    const refused = mailer.send({ ...MAIL, recipient: 'tidak-ada@example.com' });
    await expect(refused).rejects.toBeInstanceOf(MailRefused);
    const later = await mailer
      .send({ ...MAIL, recipient: 'penuh@example.com' })
      .catch((error: unknown) => error);
    expect(later).toBeInstanceOf(Error);
    expect(later).not.toBeInstanceOf(MailRefused);
    expect(server.delivered).toEqual([]);
  });

  describe.each(FAULTS)('through a network with the fault "%s"', (fault) => {
    test('sends the mail or fails in time, never for good, and sends it under the same id when the fault is gone', async () => {
      proxy.set(fault);
      const started = performance.now();
      const outcome = await mailer.send(MAIL).then(
        () => 'sent',
        (error: unknown) => (error instanceof MailRefused ? 'refused for good' : 'waits'),
      );
      const took_ms = Math.round(performance.now() - started);
      const copies = server.delivered.length;
      console.log(`mail ${vendor}, ${fault}: ${outcome} with ${copies} delivered, ${took_ms} ms`);
      expect([outcome, copies]).toEqual(ALWAYS[fault]);
      expect(took_ms).toBeLessThan(TIMES.mail_ms + 1_500);
      proxy.set(undefined);
      if (outcome !== 'sent') await mailer.send(MAIL);
      expect(server.delivered.length).toBeGreaterThan(0);
      for (const { text } of server.delivered) expect(text).toContain(`Message-ID: ${MAIL.message_id}`);
    });
  });
});

/** What the sender learns where every connection has the fault, and what the server has got by then. */
const ALWAYS: Record<Fault, ['sent' | 'waits', number]> = {
  delay: ['sent', 1],
  reset: ['waits', 0],
  'half-open': ['waits', 0],
  error: ['waits', 0],
  garbage: ['waits', 0],
  'slow drip': ['waits', 0],
  'cut off': ['waits', 1],
  'answer lost': ['waits', 1],
  'sent twice': ['sent', 2],
};
