import { page } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { ProductRow } from '../schemas.ts';
import { listVariations } from './list-variations.ts';
import { ListVariationsInput, SearchProductsInput, VariationRow } from './schemas.ts';
import { searchProducts } from './search-products.ts';

export const searchRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/product/search',
    operation: 'searchProducts',
    section: 'Product',
    summary: 'List products',
    permission: 'catalog.read',
    input: SearchProductsInput,
    answer: page(ProductRow),
    run: searchProducts,
  }),
  route({
    method: 'GET',
    path: '/api/open/product/variation',
    operation: 'listVariations',
    section: 'Product',
    summary: 'List product variations',
    permission: 'catalog.read',
    input: ListVariationsInput,
    answer: page(VariationRow),
    run: listVariations,
  }),
];
