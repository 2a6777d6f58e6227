import { success } from '../../kernel/http/answer.ts';
import { publicRoute, type Route } from '../../kernel/http/route.ts';
import type { Module } from '../../kernel/module.ts';
import { registerShop } from './register-shop.ts';
import { Registered, RegisterInput } from './schemas.ts';

export function openingRoutes(modules: readonly Module[]): Route[] {
  return [
    publicRoute({
      method: 'POST',
      path: '/api/account/register',
      operation: 'registerShop',
      section: 'Account',
      summary: 'Register a shop',
      input: RegisterInput,
      status: 201,
      answer: success(Registered),
      run: (context, input) => registerShop(context, input, modules),
    }),
  ];
}
