import { success } from '../../kernel/http/answer.ts';
import { publicRoute, route, type Route } from '../../kernel/http/route.ts';
import { credentialRoutes } from './credential-routes.ts';
import { registerShop } from './register-shop.ts';
import { Registered, RegisterInput, ShopUpdated, UpdateShopAccountInput } from './schemas.ts';
import { updateShopAccount } from './update-shop-account.ts';
import { userRoutes } from './user-routes.ts';
import { workRoutes } from './work-routes.ts';

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
  ...credentialRoutes,
  ...userRoutes,
  ...workRoutes,
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
