import { page } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { ProductRow } from '../schemas.ts';
import { listVariations } from './list-variations.ts';
import { ListVariationsInput, SearchProductsInput, VariationRow } from './schemas.ts';
import { searchProducts } from './search-products.ts';

const products = {
  method: 'GET',
  section: 'Product',
  permission: 'catalog.read',
  input: SearchProductsInput,
  answer: page(ProductRow),
  run: searchProducts,
} as const;

export const searchRoutes: Route[] = [
  route({
    ...products,
    path: '/api/open/product/search',
    operation: 'searchProducts',
    tagged: 'MINUTE',
    summary: 'List products',
  }),
  route({
    ...products,
    path: '/api/open/product',
    operation: 'listProducts',
    tagged: 'MINUTE',
    summary: 'List products, by another path',
    description: 'The same as `GET /api/open/product/search`, for clients that call this path.',
  }),
  route({
    method: 'GET',
    path: '/api/open/product/variation',
    operation: 'listVariations',
    tagged: 'MINUTE',
    section: 'Product',
    summary: 'List product variations',
    permission: 'catalog.read',
    input: ListVariationsInput,
    answer: page(VariationRow),
    run: listVariations,
  }),
];
