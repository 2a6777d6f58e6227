import type { Answered, TestShop } from '../test/harness.ts';
import { openStall, orderOf, type Stall } from '../test/stall.ts';

export interface BenchShop {
  shop_id: number;
  subdomain: string;
  token: string;
  /** Of its owner. */
  account: { email: string; password: string };
  /** The body of an order of two lines. */
  order: Record<string, unknown>;
  /** What the shop sells. */
  stall: Stall;
  /** Sends a request as the owner. */
  call: TestShop['call'];
}

/** Opens a shop with more stock than any run sells. */
export async function openBenchShop(base_url: string, number: number): Promise<BenchShop> {
  const account = { email: `bench${number}@example.com`, password: 'rahasia-sekali' };
  const shop = {
    shop_name: 'Toko',
    subdomain: `bench-${number}`,
    full_name: 'Budi',
    phone_number: '081234567890',
  };
  const registered = await call(base_url, '', 'POST', '/api/account/register', { ...shop, ...account });
  const login = await call(base_url, '', 'POST', '/api/account/login', account);
  const token: string = login.body.data.token;
  const seller = {
    call: (method: string, path: string, input?: object) => call(base_url, token, method, path, input),
  } as TestShop;
  const stall = await openStall(seller, { stocks: [100_000_000, 100_000_000] });
  const { subdomain } = shop;
  return {
    shop_id: registered.body.data.shop_id,
    subdomain,
    token,
    account,
    order: orderOf(stall),
    stall,
    call: seller.call,
  };
}

async function call(
  base_url: string,
  token: string,
  method: string,
  path: string,
  input?: object,
): Promise<Answered> {
  const get = method === 'GET' && input !== undefined;
  const query = get ? `?${new URLSearchParams(input as Record<string, string>).toString()}` : '';
  const answer = await fetch(base_url + path + query, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(!get && input !== undefined && { body: JSON.stringify(input) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
  return { status: answer.status, headers: {}, body: JSON.parse(text), text };
}
