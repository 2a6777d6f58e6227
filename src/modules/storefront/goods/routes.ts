import { z } from 'zod';
import { data, page, success } from '../../../kernel/http/answer.ts';
import type { Route } from '../../../kernel/http/route.ts';
import { storeRoute } from '../store-route.ts';
import { getStoreProduct } from './get-product.ts';
import { listStoreCategories } from './list-categories.ts';
import { listStoreProducts } from './list-products.ts';
import {
  GetStoreProductInput,
  ListStoreProductsInput,
  StoreCategory,
  StoreProductDetail,
  StoreProductRow,
} from './schemas.ts';

export const storeGoodsRoutes: Route[] = [
  storeRoute({
    method: 'GET',
    path: '/api/store/:subdomain/category',
    operation: 'listStoreCategories',
    summary: 'List the categories of the store',
    description: 'Those that have products in the store.',
    buyer: 'anyone',
    input: z.object({}),
    answer: data(z.array(StoreCategory)),
    run: listStoreCategories,
  }),
  storeRoute({
    method: 'GET',
    path: '/api/store/:subdomain/product',
    operation: 'listStoreProducts',
    summary: 'Search the products of the store',
    description:
      'Products that are published and have a price, at the prices of your customer category: N for guests. Lists without a ' +
      'keyword may be a second old.',
    buyer: 'anyone',
    input: ListStoreProductsInput,
    answer: page(StoreProductRow),
    run: listStoreProducts,
  }),
  storeRoute({
    method: 'GET',
    path: '/api/store/:subdomain/product/:product_id',
    operation: 'getStoreProduct',
    summary: 'Get a product of the store',
    description: 'With its variations, wholesale prices and promos. May be a second old.',
    buyer: 'anyone',
    input: GetStoreProductInput,
    answer: success(StoreProductDetail),
    run: getStoreProduct,
  }),
];
