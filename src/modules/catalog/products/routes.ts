import { done, lowerCase, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { catalogLimits } from '../limits.ts';
import { ProductDetail, ProductIdInput } from '../schemas.ts';
import { createProduct } from './create-product.ts';
import { createProducts } from './create-products.ts';
import { deleteProducts } from './delete-products.ts';
import { deleteVariations } from './delete-variations.ts';
import { getProduct } from './get-product.ts';
import { getWholesaleMinimum } from './get-wholesale-minimum.ts';
import { restoreProducts } from './restore-products.ts';
import {
  CreateProductInput,
  CreateProductsInput,
  DeleteProductsInput,
  DeleteVariationsInput,
  ProductCreated,
  ProductsCreated,
  RestoreProductsInput,
  UpdateProductInput,
  WholesaleMinimum,
} from './schemas.ts';
import { updateProduct } from './update-product.ts';

const DELETED = { en: 'Data has been deleted', id: 'Data berhasil dihapus' };

export const productRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/open/product',
    operation: 'createProduct',
    section: 'Product',
    summary: 'Create a product',
    description: 'The shop and the user are those of the API key; `shop_id` and `user_id` are not required.',
    permission: 'catalog.write',
    input: CreateProductInput,
    answer: success(ProductCreated, { en: 'Data successfully saved', id: 'Data berhasil disimpan' }),
    run: createProduct,
  }),
  route({
    method: 'POST',
    path: '/api/open/product/bulk',
    operation: 'createProducts',
    section: 'Product',
    summary: 'Create products in bulk',
    description:
      'Creates either all products or none. If any product is invalid, the response lists the errors of each. ' +
      'With `partial`, the valid products are created.',
    permission: 'catalog.write',
    body_bytes: catalogLimits.bulk_body_bytes,
    input: CreateProductsInput,
    answer: success(ProductsCreated, { en: 'Data successfully saved', id: 'Data berhasil disimpan' }),
    run: createProducts,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/product',
    operation: 'updateProduct',
    section: 'Product',
    summary: 'Update a product',
    description:
      'Variations with an `id` are updated, variations without one are added, and variations with `flag` ' +
      'DELETE are archived; all others remain unchanged. Stock values are absolute.',
    permission: 'catalog.write',
    input: UpdateProductInput,
    answer: success(ProductCreated, { en: 'Data successfully saved', id: 'Data berhasil disimpan' }),
    run: updateProduct,
  }),
  route({
    method: 'GET',
    path: '/api/open/product/:product_id/detail',
    operation: 'getProduct',
    tagged: 'MINUTE',
    section: 'Product',
    summary: 'Get a product',
    permission: 'catalog.read',
    input: ProductIdInput,
    answer: success(ProductDetail),
    run: getProduct,
  }),
  route({
    method: 'GET',
    path: '/api/open/product/wholesale',
    operation: 'getWholesaleMinimum',
    tagged: 'DAY',
    section: 'Product',
    summary: 'Get the minimum wholesale quantity',
    permission: 'catalog.read',
    input: ProductIdInput,
    answer: lowerCase(success(WholesaleMinimum)),
    run: getWholesaleMinimum,
  }),
  route({
    method: 'DELETE',
    path: '/api/open/product/variation',
    operation: 'deleteVariations',
    section: 'Product',
    summary: 'Delete variations',
    description:
      'The variations are archived: they no longer appear in lists, and existing orders are not affected.',
    permission: 'catalog.write',
    input: DeleteVariationsInput,
    answer: lowerCase(done(DELETED)),
    run: deleteVariations,
  }),
  route({
    method: 'DELETE',
    path: '/api/open/product',
    operation: 'deleteProducts',
    section: 'Product',
    summary: 'Delete products',
    description:
      'The products are archived: they are listed only with the category filter `ARCHIVED`, and existing ' +
      'orders are not affected.',
    permission: 'catalog.write',
    input: DeleteProductsInput,
    answer: lowerCase(done(DELETED)),
    run: deleteProducts,
  }),
  route({
    method: 'POST',
    path: '/api/open/product/restore',
    operation: 'restoreProducts',
    section: 'Product',
    summary: 'Restore archived products',
    description:
      'The products are listed and sold again, with the variations that they were archived with. Refused if a SKU of them is in use ' +
      'again.',
    permission: 'catalog.write',
    input: RestoreProductsInput,
    answer: done({ en: 'Data successfully saved', id: 'Data berhasil disimpan' }),
    run: restoreProducts,
  }),
];
