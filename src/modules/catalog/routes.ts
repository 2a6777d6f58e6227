import { z } from 'zod';
import { data, page, success } from '../../kernel/http/answer.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { createCategory } from './create-category.ts';
import { createProduct } from './create-product.ts';
import { deleteCategory } from './delete-category.ts';
import { generateSkus } from './generate-skus.ts';
import { getCategory } from './get-category.ts';
import { getProduct } from './get-product.ts';
import { listCategories } from './list-categories.ts';
import {
  CategoryIdInput,
  CreateCategoryInput,
  CreateProductInput,
  GeneratedSku,
  GenerateSkusInput,
  ProductCategory,
  ProductCreated,
  ProductDetail,
  ProductIdInput,
  ProductRow,
  SearchProductsInput,
  SkuValidation,
  UpdateCategoryInput,
  ValidateSkuInput,
} from './schemas.ts';
import { searchProducts } from './search-products.ts';
import { updateCategory } from './update-category.ts';
import { validateSku } from './validate-sku.ts';

const categoryRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/open/product-category',
    operation: 'createProductCategory',
    section: 'Product Category',
    summary: 'Create a product category',
    permission: 'catalog.write',
    input: CreateCategoryInput,
    answer: success(ProductCategory),
    run: createCategory,
  }),
  route({
    method: 'GET',
    path: '/api/open/product-category',
    operation: 'listProductCategories',
    section: 'Product Category',
    summary: 'List product categories',
    permission: 'catalog.read',
    input: z.object({}),
    answer: data(z.array(ProductCategory)),
    run: listCategories,
  }),
  route({
    method: 'GET',
    path: '/api/open/product-category/:id',
    operation: 'getProductCategory',
    section: 'Product Category',
    summary: 'Get a product category',
    permission: 'catalog.read',
    input: CategoryIdInput,
    answer: success(ProductCategory),
    run: getCategory,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/product-category',
    operation: 'updateProductCategory',
    section: 'Product Category',
    summary: 'Rename a product category',
    permission: 'catalog.write',
    input: UpdateCategoryInput,
    answer: success(ProductCategory),
    run: updateCategory,
  }),
  route({
    method: 'DELETE',
    path: '/api/open/product-category/:id',
    operation: 'deleteProductCategory',
    section: 'Product Category',
    summary: 'Delete a product category',
    description: 'Its products stay, uncategorised.',
    permission: 'catalog.write',
    input: CategoryIdInput,
    answer: success(ProductCategory),
    run: deleteCategory,
  }),
];

const productRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/product/sku/generate-new',
    operation: 'generateProductSkus',
    section: 'Product',
    summary: 'Generate SKUs',
    description: 'Gives each product a SKU that no variation of the shop has now. Keeps nothing.',
    permission: 'catalog.write',
    input: GenerateSkusInput,
    answer: success(z.array(GeneratedSku)),
    run: generateSkus,
  }),
  route({
    method: 'POST',
    path: '/api/open/product/sku/validation',
    operation: 'validateProductSku',
    section: 'Product',
    summary: 'Ask whether a variation may have a SKU',
    permission: 'catalog.write',
    input: ValidateSkuInput,
    answer: success(SkuValidation),
    run: validateSku,
  }),
  route({
    method: 'POST',
    path: '/api/open/product',
    operation: 'createProduct',
    section: 'Product',
    summary: 'Create a product with its variations and first stock',
    description: 'The key decides the shop and the user; `shop_id` and `user_id` are not needed.',
    permission: 'catalog.write',
    input: CreateProductInput,
    answer: success(ProductCreated, { en: 'Data successfully saved', id: 'Data berhasil disimpan' }),
    run: createProduct,
  }),
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
    path: '/api/open/product/:product_id/detail',
    operation: 'getProduct',
    section: 'Product',
    summary: 'Get a product',
    permission: 'catalog.read',
    input: ProductIdInput,
    answer: success(ProductDetail),
    run: getProduct,
  }),
];

export const catalogRoutes: Route[] = [...categoryRoutes, ...productRoutes];
