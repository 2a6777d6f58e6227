import type { Role } from '../src/kernel/permissions.ts';
import type { Answered, TestApp, TestShop } from './harness.ts';
import { expectOk } from './stall.ts';

/** Somebody who works in a shop, signed in. */
export interface Staff {
  user_id: number;
  call: TestApp['call'];
  authorization: string;
}

let people = 0;

/** Lets somebody work in a shop, in these warehouses, and signs them in. */
export async function hire(
  app: Pick<TestApp, 'call' | 'services'>,
  shop: TestShop,
  role: Role,
  warehouse_ids: readonly number[] = [],
): Promise<Staff> {
  people += 1;
  const person = { email: `pegawai-${people}-${shop.shop_id}@example.com`, full_name: 'Pegawai', role };
  const invited = expectOk(await shop.call('POST', '/api/account/user/invite', person)).body.data;
  const password = 'sandi-pegawai-toko';
  expectOk(await app.call('POST', '/api/account/user/accept', { token: invited.token, password }));
  const login = expectOk(await app.call('POST', '/api/account/login', { email: person.email, password }));
  const authorization = `Bearer ${login.body.data.token}`;
  for (const warehouse_id of warehouse_ids)
    await app.services.db
      .insertInto('user_warehouses')
      .values({ shop_id: shop.shop_id, user_id: invited.user_id, warehouse_id })
      .execute();
  const call = (
    method: string,
    path: string,
    input?: object,
    headers?: Record<string, string>,
  ): Promise<Answered> => app.call(method, path, input, { authorization, ...headers });
  return { user_id: invited.user_id, call, authorization };
}

/** Makes a warehouse at the shop's supplier. */
export async function addWarehouse(shop: TestShop, supplier_id: number, warehouse: string): Promise<number> {
  const made = { warehouse, supplier_id, is_active: true };
  return expectOk(await shop.call('POST', '/api/open/warehouse', made)).body.data.id;
}

/** Lays pieces of a variation into a warehouse. */
export async function layIn(
  shop: TestShop,
  variation_id: number,
  warehouse_id: number,
  amount: number,
): Promise<void> {
  const stock = [{ amount, status: 'ADD', warehouse_id }];
  const change = { variation_id, description: 'Masuk', stock };
  expectOk(await shop.call('PATCH', '/api/open/product/update-stock', change));
}
