import { success } from '../../kernel/http/answer.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { credentialRoutes } from './credential-routes.ts';
import { ShopUpdated, UpdateShopAccountInput } from './schemas.ts';
import { updateShopAccount } from './update-shop-account.ts';
import { userRoutes } from './user-routes.ts';

export const accountRoutes: Route[] = [
  ...credentialRoutes,
  ...userRoutes,
  route({
    method: 'PATCH',
    path: '/api/open/shop/update',
    operation: 'updateShop',
    section: 'Shop',
    summary: 'Update shop details',
    permission: 'shop.write',
    input: UpdateShopAccountInput,
    answer: success(ShopUpdated),
    run: updateShopAccount,
  }),
];
