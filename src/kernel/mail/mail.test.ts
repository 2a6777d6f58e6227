import type { SMTPServerOptions } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestShop } from '../../../test/harness.ts';
import {
  openSmtpVendor,
  smtpError,
  type DeliveredMail,
  type SmtpVendor,
} from '../../../test/integrations/smtp-vendor.ts';
import { expectOk } from '../../../test/stall.ts';
import { readConfig } from '../config.ts';
import { openMailer } from '../../integrations/mail/index.ts';
import { mailWorker, sendMail } from './index.ts';
import type { Mailer } from './port.ts';

let test_app: TestApp;
let shop: TestShop;
let smtp: SmtpVendor | undefined;
let mailer: Mailer | undefined;

const SMTP = { SMTP_URL: 'smtp://juragan:rahasia@127.0.0.1:1', MAIL_FROM: 'Ngorder <no-reply@toko.example>' };

beforeAll(async () => {
  test_app = await startTestApp({ environment: SMTP });
});
beforeEach(async () => {
  shop = await test_app.openShop();
});
afterEach(async () => {
  mailer?.close();
  await smtp?.close();
  smtp = undefined;
});
afterAll(() => test_app.close());

/** A mail server of our own, and a mailer that speaks with it. */
async function mailServer(options: SMTPServerOptions = {}): Promise<DeliveredMail[]> {
  smtp = await openSmtpVendor(options);
  mailer = openMailer(readConfig({ ...SMTP, SMTP_URL: smtp.url }));
  return smtp.delivered;
}

/** Sends a mail and gives its reference in the queue. */
async function send(subject = 'Unduhan siap', recipient = 'juragan@example.com') {
  await sendMail(shop.context(), { user_id: shop.user_id, recipient, subject, body: 'Halo,\n\nSiap.\n' });
  const [mail] = await outbox();
  return { shop_id: shop.shop_id, id: mail.id as number };
}

const outbox = async (by: Pick<TestShop, 'call'> = shop) =>
  expectOk(await by.call('GET', '/api/account/outbox')).body.data;
const worker = () => mailWorker(test_app.services, mailer);
const { signal } = new AbortController();

describe('with a mail server', () => {
  test('mail waits in the outbox, leaves, and is sent once', async () => {
    const delivered = await mailServer();
    const reference = await send('Unduhan “produk” siap ✓');
    expect((await outbox())[0]).toMatchObject({ status: 'WAITING', sent_at: null });
    await worker().run(reference, signal);
    await worker().run(reference, signal);
    expect(delivered).toHaveLength(1);
    expect(delivered[0]).toMatchObject({ from: 'no-reply@toko.example', to: ['juragan@example.com'] });
    const head = delivered[0]?.text ?? '';
    expect(head).toContain(`Message-ID: <${reference.shop_id}.${reference.id}@toko.example>`);
    expect(head).toContain('From: Ngorder <no-reply@toko.example>');
    expect(head).toContain('Auto-Submitted: auto-generated');
    expect((await outbox())[0]).toMatchObject({ status: 'SENT', reply: null });
  });

  test('a text with a code in it is stored sealed, and gone when it has left', async () => {
    const delivered = await mailServer();
    const stored = async () =>
      JSON.stringify(
        (await test_app.database.pool.query('select * from mails where shop_id = $1', [shop.shop_id])).rows,
      );
    await sendMail(shop.context(), {
      recipient: 'pembeli@example.com',
      subject: 'Kode',
      body: 'Kode: 918273',
      is_secret: true,
    });
    expect(await stored()).not.toContain('918273');
    const [mail] = await outbox();
    expect(mail).toMatchObject({ body: 'Kode: 918273', status: 'WAITING' });
    await worker().run({ shop_id: shop.shop_id, id: mail.id }, signal);
    expect(delivered[0]?.text).toContain('Kode: 918273');
    expect((await outbox())[0]).toMatchObject({ body: '', status: 'SENT' });
  });

  test('a subject or address can not add headers or receivers', async () => {
    const delivered = await mailServer();
    await worker().run(await send('Siap\r\nBcc: lain@example.com'), signal);
    expect(delivered[0]?.to).toEqual(['juragan@example.com']);
    expect(delivered[0]?.text).not.toMatch(/^Bcc:/m);
    const reference = await send('Siap', 'juragan@example.com, lain@example.com');
    await worker()
      .run(reference, signal)
      .catch(() => undefined);
    expect(delivered.flatMap(({ to }) => to)).not.toContain('lain@example.com');
  });

  test('a receiver that the server refuses for good is not tried again, and the outbox says why', async () => {
    await mailServer({ onRcptTo: (_address, _session, done) => done(smtpError(550)) });
    await worker().run(await send(), signal);
    expect((await outbox())[0]).toMatchObject({ status: 'FAILED', reply: expect.stringContaining('550') });
  });

  test.each([
    ['is busy', { onRcptTo: (_address, _session, done) => done(smtpError(451)) } satisfies SMTPServerOptions],
    [
      'refuses our password',
      { onAuth: (_auth, _session, done) => done(smtpError(535)) } satisfies SMTPServerOptions,
    ],
  ])('that %s the mail waits and is tried again', async (_title, options) => {
    await mailServer(options);
    const reference = await send();
    await expect(worker().run(reference, signal)).rejects.toThrow();
    expect((await outbox())[0]).toMatchObject({ status: 'WAITING', reply: expect.any(String) });
    await worker().giveUp(reference);
    expect((await outbox())[0]).toMatchObject({ status: 'FAILED' });
  });

  test('that is not there the mail waits', async () => {
    await mailServer();
    await smtp?.close();
    smtp = undefined;
    await expect(worker().run(await send(), signal)).rejects.toThrow();
    expect((await outbox())[0]).toMatchObject({ status: 'WAITING' });
  });
});

test('mail of a transaction that is not kept does not exist', async () => {
  const lost = shop.context().transaction(async (context) => {
    await sendMail(context, { recipient: 'a@example.com', subject: 'x', body: 'x' });
    throw new Error('lost');
  });
  await expect(lost).rejects.toThrow('lost');
  expect(await outbox()).toEqual([]);
});

test('without a mail server mail is kept to be read in the outbox, also what waited when the server was taken away', async () => {
  mailer = undefined;
  await worker().run(await send(), signal);
  expect((await outbox())[0]).toMatchObject({
    recipient: 'juragan@example.com',
    subject: 'Unduhan siap',
    body: 'Halo,\n\nSiap.\n',
    status: 'KEPT',
  });
});

test('who reads what: the owner all, admins their own and what is for customers, nobody another shop', async () => {
  await send('untuk juragan');
  await sendMail(shop.context(), { recipient: 'pembeli@example.com', subject: 'untuk pembeli', body: '' });
  const password = 'sandi-pegawai-toko';
  const email = `admin-${shop.shop_id}@example.com`;
  const invited = await shop.call('POST', '/api/account/user/invite', {
    email,
    full_name: 'A',
    role: 'admin',
  });
  const { token } = expectOk(invited).body.data;
  expectOk(await test_app.call('POST', '/api/account/user/accept', { token, password }));
  const login = expectOk(await test_app.call('POST', '/api/account/login', { email, password }));
  const admin = {
    call: (method: string, path: string) =>
      test_app.call(method, path, {}, { authorization: `Bearer ${login.body.data.token}` }),
  } as Pick<TestShop, 'call'>;
  const subjects = async (by?: Pick<TestShop, 'call'>) =>
    (await outbox(by)).map((mail: { subject: string }) => mail.subject);
  expect(await subjects()).toEqual(['untuk pembeli', 'untuk juragan']);
  expect(await subjects(admin)).toEqual(['untuk pembeli']);
  expect(await subjects(await test_app.openShop())).toEqual([]);
});
