import { success } from '../../kernel/http/answer.ts';
import { publicRoute, route, type Route } from '../../kernel/http/route.ts';
import { SESSION_COOKIE } from '../../kernel/http/authentication.ts';
import { login, SESSION_DAYS } from './login.ts';
import { registerShop } from './register-shop.ts';
import {
  LoggedIn,
  LoginInput,
  Registered,
  RegisterInput,
  ShopUpdated,
  UpdateShopAccountInput,
} from './schemas.ts';
import { updateShopAccount } from './update-shop-account.ts';

export const accountRoutes: Route[] = [
  publicRoute({
    method: 'POST',
    path: '/api/account/register',
    operation: 'registerShop',
    section: 'Account',
    summary: 'Open a shop',
    input: RegisterInput,
    status: 201,
    answer: success(Registered),
    run: registerShop,
  }),
  publicRoute({
    method: 'POST',
    path: '/api/account/login',
    operation: 'login',
    section: 'Account',
    summary: 'Sign in',
    description: 'Gives a token, and sets it as an httpOnly cookie for browsers.',
    input: LoginInput,
    answer: success(LoggedIn),
    run: login,
    headers: (result) => ({ 'set-cookie': sessionCookie(result.token, SESSION_DAYS * 86_400) }),
  }),
  route({
    method: 'PATCH',
    path: '/api/open/shop/update',
    operation: 'updateShop',
    section: 'Shop',
    summary: 'Update detailed info of the shop',
    permission: 'shop.write',
    input: UpdateShopAccountInput,
    answer: success(ShopUpdated),
    run: updateShopAccount,
  }),
];

function sessionCookie(value: string, max_age_s: number): string {
  return `${SESSION_COOKIE}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${max_age_s}`;
}
