import { shopContext, type Context } from '../src/kernel/context.ts';
import type { Role } from '../src/kernel/permissions.ts';
import { createAuthenticator } from '../src/modules/accounts/index.ts';
import type { TestApp, TestShop } from './harness.ts';
import { expectOk } from './stall.ts';

/** A person who was invited to a shop and joined it. */
export interface Person {
  user_id: number;
  /** A session token. */
  token: string;
  /** Signs in once more; gives another token. */
  login(): Promise<string>;
  /** A context of this person, to call use-cases without HTTP. */
  context(): Promise<Context>;
}

let persons = 0;

/** Invites a person to the shop, who accepts and signs in. */
export async function joinShop(test_app: TestApp, shop: TestShop, role: Role): Promise<Person> {
  persons += 1;
  const email = `orang${persons}-${shop.email}`;
  const password = 'kunci-rumah-tetangga';
  const invitation = { email, full_name: `Orang ${persons}`, role };
  const invited = expectOk(await shop.call('POST', '/api/account/user/invite', invitation)).body.data;
  expectOk(await test_app.call('POST', '/api/account/user/accept', { token: invited.token, password }));
  const login = async () =>
    expectOk(await test_app.call('POST', '/api/account/login', { email, password })).body.data
      .token as string;
  const token = await login();
  return {
    user_id: invited.user_id as number,
    token,
    login,
    async context() {
      const principal = await createAuthenticator(test_app.services).authenticate(token);
      if (principal === undefined) throw new Error('the token of a person who joined is not known');
      const facts = {
        language: 'en' as const,
        request_id: 'test',
        address: '127.0.0.1',
        base_url: 'http://ngorder.test',
      };
      return shopContext(test_app.services, facts, principal);
    },
  };
}
