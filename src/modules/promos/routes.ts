import { z } from 'zod';
import { data, page, success } from '../../kernel/http/answer.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { createPromo } from './create-promo.ts';
import { deletePromo } from './delete-promo.ts';
import { getPromo } from './get-promo.ts';
import { listAvailableProducts } from './list-available-products.ts';
import { listPromos } from './list-promos.ts';
import {
  AvailableProduct,
  CreatePromoInput,
  ListAvailableProductsInput,
  ListPromosInput,
  PromoDetail,
  PromoIdInput,
  PromoRow,
  PromoSaved,
  UpdatePromoInput,
} from './schemas.ts';
import { updatePromo } from './update-promo.ts';

const section = 'Promo';
const SAVED = { en: 'data has been successfully saved', id: 'data berhasil disimpan' };

export const promoRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/promo/product',
    operation: 'listAvailableProducts',
    tagged: 'MINUTE',
    section,
    summary: 'List products available for a promo',
    description: 'Excludes products that are in another active PROMO during the period.',
    permission: 'promos.read',
    input: ListAvailableProductsInput,
    answer: page(AvailableProduct),
    run: listAvailableProducts,
  }),
  route({
    method: 'POST',
    path: '/api/open/promo',
    operation: 'createPromo',
    section,
    summary: 'Create a promo or coupon',
    permission: 'promos.write',
    input: CreatePromoInput,
    answer: success(PromoSaved, SAVED),
    run: createPromo,
  }),
  route({
    method: 'GET',
    path: '/api/open/promo',
    operation: 'listPromos',
    tagged: 'MINUTE',
    section,
    summary: 'List promos and coupons',
    permission: 'promos.read',
    input: ListPromosInput,
    answer: page(PromoRow),
    run: listPromos,
  }),
  route({
    method: 'GET',
    path: '/api/open/promo/:id',
    operation: 'getPromo',
    tagged: 'MINUTE',
    section,
    summary: 'Get a promo',
    permission: 'promos.read',
    input: PromoIdInput,
    answer: data(PromoDetail),
    run: getPromo,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/promo',
    operation: 'updatePromo',
    section,
    summary: 'Update a promo',
    description: 'All fields are required, except `discount`, which does not change if it is omitted.',
    permission: 'promos.write',
    input: UpdatePromoInput,
    answer: success(PromoSaved, SAVED),
    run: updatePromo,
  }),
  route({
    method: 'DELETE',
    path: '/api/open/promo/:id',
    operation: 'deletePromo',
    section,
    summary: 'Delete a promo',
    description: 'The promo no longer appears in lists. Orders that use it are not affected.',
    permission: 'promos.write',
    input: PromoIdInput,
    answer: success(z.null(), { en: 'Data has been deleted', id: 'Data berhasil dihapus' }),
    run: deletePromo,
  }),
];
