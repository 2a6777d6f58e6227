import type { Module } from '../../kernel/module.ts';
import { categoryRoutes } from './categories/routes.ts';
import { findLowestDifferences, findVariationTextDifferences } from './differences.ts';
import './errors.ts';
import { catalogEvents } from './events.ts';
import { catalogLimits } from './limits.ts';
import { catalogPermissions } from './permissions.ts';
import { priceRoutes } from './prices/routes.ts';
import { productRoutes } from './products/routes.ts';
import { searchRoutes } from './search/routes.ts';
import { productDownload } from './sheets/download-products.ts';
import { sheetRoutes } from './sheets/routes.ts';
import { skuRoutes } from './skus/routes.ts';

export const catalogModule: Module = {
  name: 'catalog',
  tables: [
    'product_categories',
    'products',
    'product_variations',
    'product_wholesales',
    'variation_texts',
    'search_words',
  ],
  events: catalogEvents,
  permissions: catalogPermissions,
  limits: catalogLimits,
  routes: [
    ...categoryRoutes,
    ...skuRoutes,
    ...productRoutes,
    ...priceRoutes,
    ...searchRoutes,
    ...sheetRoutes,
  ],
  jobs: [productDownload.job],
  checks: [
    {
      title: 'lowest price and margin of a product are those of its variations',
      find: findLowestDifferences,
    },
    { title: 'search reads what products and variations say', find: findVariationTextDifferences },
  ],
};
