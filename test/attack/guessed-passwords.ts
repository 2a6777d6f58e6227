import { startServerProcess, type ServerProcess } from '../server-process.ts';
import { send, type Attack, type AttackedShop, type Target } from './attack.ts';

const WRONG = 'tebakan-yang-salah';

type Login = Awaited<ReturnType<typeof logIn>>;

function logIn(
  server: ServerProcess,
  { email, password }: Pick<AttackedShop, 'email' | 'password'>,
  headers: Record<string, string> = {},
) {
  return send(server, 'POST', '/api/account/login', { body: { email, password }, headers });
}

/** Guesses at passwords, of one account, from one address and from many, and what the owner has of it. */
export const guessedPasswords: Attack = {
  title: 'guessed passwords',
  async run(target) {
    const shop = await target.openShop();
    const guesses = target.size === 'full' ? 200 : 80;
    let tries = 0;
    let stopped = false;
    for (; tries < guesses && !stopped; tries += 1) {
      const key = { 'idempotency-key': `tebakan-${tries}` };
      stopped = (await logIn(target.server, { ...shop, password: WRONG }, key)).status === 429;
    }
    target.report(
      'wrong passwords until 429, a fresh Idempotency-Key with each',
      `${tries - 1}`,
      stopped && tries <= 11,
    );

    // A server that believes one proxy, so that an attacker with many addresses can be played.
    const server = await startServerProcess({ TRUST_PROXY: '1' });
    try {
      await strangersLockNobodyOut(server, target);
    } finally {
      await server.stop();
    }
  },
};

const from = (address: string) => ({ 'x-forwarded-for': address });

async function strangersLockNobodyOut(
  server: ServerProcess,
  { size, report }: Pick<Target, 'size' | 'report'>,
): Promise<void> {
  const shop = { email: 'sasaran@example.com', password: 'jeruk-nipis-segar-42' };
  const facts = {
    shop_name: 'Sasaran',
    subdomain: 'sasaran',
    full_name: 'Budi',
    phone_number: '081234567890',
  };
  await send(server, 'POST', '/api/account/register', { body: { ...shop, ...facts } });
  const [one, many] = size === 'full' ? [1_000, 1_000] : [50, 50];
  const device = deviceOf(await logIn(server, shop, from('192.0.2.1')));
  const statuses: number[] = [];
  for (let guess = 0; guess < one + many; guess += 1) {
    const address = guess < one ? '198.51.100.7' : `10.1.${guess >> 8}.${guess & 255}`;
    statuses.push((await logIn(server, { ...shop, password: WRONG }, from(address))).status);
  }
  const looked_at = statuses.filter((status) => status === 401).length;
  report(
    `of ${one} guesses from one address and ${many} from as many, looked at`,
    `${looked_at}`,
    looked_at <= 40,
  );
  const known = await logIn(server, shop, { ...from('198.51.100.7'), cookie: device });
  report(
    'meanwhile the owner on a known device, behind the same address',
    `${known.status}`,
    known.status === 200,
  );
  const fresh = await logIn(server, shop, from('203.0.113.9'));
  const wait_s = Number(fresh.headers.get('retry-after') ?? 0);
  report('the owner on a new device elsewhere: has to wait', `${wait_s} s`, wait_s <= 30);
  if (size !== 'full') return;
  await new Promise((resolve) => setTimeout(resolve, wait_s * 1000));
  const later = await logIn(server, shop, from('203.0.113.9'));
  report('and then', `${later.status}`, later.status === 200);
}

function deviceOf(login: Login): string {
  const cookies = login.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  return cookies.find((cookie) => cookie.startsWith('ngorder_device=')) ?? '';
}

/** An API key in the wrong hands, which tries to become its owner. */
export const stolenKey: Attack = {
  title: 'a stolen API key',
  async run({ server, openShop, report }) {
    const { token, email, password } = await openShop();
    const made = await send(server, 'POST', '/api/account/api-key', { token, body: { name: 'Kunci' } });
    const { key } = made.body.data;
    const taken = 'sandi-si-pencuri';
    const profile = { full_name: 'Pencuri', phone_number: '081234567890', password: taken };
    const change = await send(server, 'PATCH', '/api/open/user/profile', {
      token: key,
      body: { ...profile, password_confirmation: taken, current_password: password },
    });
    report('sets a password', `${change.status} ${change.body.code}`, change.status === 403);
    const person = { email: 'pencuri@example.com', full_name: 'Pencuri', role: 'owner' };
    for (const [what, method, path, body] of [
      ['invites an owner', 'POST', '/api/account/user/invite', person],
      ['makes another key', 'POST', '/api/account/api-key', { name: 'Lagi' }],
      ['ends a session', 'DELETE', '/api/account/session/1', {}],
    ] as const) {
      const { status } = await send(server, method, path, { token: key, body });
      report(what, `${status}`, status === 403);
    }
    const still = (await send(server, 'GET', '/api/account/me', { token })).status;
    const again = (await logIn(server, { email, password })).status;
    report(
      "the owner's session and password after that",
      `${still}, ${again}`,
      still === 200 && again === 200,
    );
  },
};
