import { z } from 'zod';
import { bare, data, done, lowerCase, orFile, page, success } from '../../kernel/http/answer.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { limits } from '../../kernel/limits.ts';
import { XLSX_TYPE } from '../../kernel/sheets/write-sheet.ts';
import {
  CategoryIdInput,
  CreateCategoryInput,
  ProductCategory,
  UpdateCategoryInput,
} from './category-schemas.ts';
import { createCategory } from './create-category.ts';
import { createProduct } from './create-product.ts';
import { createProducts } from './create-products.ts';
import { deleteCategory } from './delete-category.ts';
import { deleteProducts } from './delete-products.ts';
import { deleteVariations } from './delete-variations.ts';
import { downloadProducts } from './download-products.ts';
import { generateSkus } from './generate-skus.ts';
import { getCategory } from './get-category.ts';
import { getProduct } from './get-product.ts';
import { getWholesaleMinimum } from './get-wholesale-minimum.ts';
import { listCategories } from './list-categories.ts';
import { listVariations } from './list-variations.ts';
import {
  CreateProductInput,
  CreateProductsInput,
  DeleteProductsInput,
  DeleteVariationsInput,
  DownloadAsked,
  DownloadProductsInput,
  ProductCreated,
  ProductDetail,
  ProductIdInput,
  ProductRow,
  ProductsCreated,
  SearchProductsInput,
  UpdateProductInput,
  WholesaleMinimum,
} from './schemas.ts';
import { searchProducts } from './search-products.ts';
import { GeneratedSku, GenerateSkusInput, SkuValidation, ValidateSkuInput } from './sku-schemas.ts';
import { updateCategory } from './update-category.ts';
import { updateProduct } from './update-product.ts';
import { validateSku } from './validate-sku.ts';
import { ListVariationsInput, VariationRow } from './variation-schemas.ts';

const DELETED = { en: 'Data has been deleted', id: 'Data berhasil dihapus' };

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
    method: 'POST',
    path: '/api/open/product/bulk',
    operation: 'createProducts',
    section: 'Product',
    summary: 'Create up to 1,000 products',
    description: 'All of them, or none and what is wrong with which; with `partial` those that are right.',
    permission: 'catalog.write',
    body_bytes: limits.bulk_body_bytes,
    input: CreateProductsInput,
    answer: success(ProductsCreated, { en: 'Data successfully saved', id: 'Data berhasil disimpan' }),
    run: createProducts,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/product',
    operation: 'updateProduct',
    section: 'Product',
    summary: 'Update a product with its variations',
    description:
      'Variations with an id are changed, without one added, with flag DELETE archived; others stay. Stock that is sent is absolute.',
    permission: 'catalog.write',
    input: UpdateProductInput,
    answer: success(ProductCreated, { en: 'Data successfully saved', id: 'Data berhasil disimpan' }),
    run: updateProduct,
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
    path: '/api/open/product/download',
    operation: 'downloadProducts',
    changes: true,
    section: 'Product',
    summary: 'Have products sent as an Excel file',
    description:
      'A link to the file is mailed to the user; with `without_being_sent` the file is the answer.',
    permission: 'catalog.read',
    input: DownloadProductsInput,
    answer: orFile(bare(DownloadAsked), XLSX_TYPE),
    run: downloadProducts,
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
  route({
    method: 'GET',
    path: '/api/open/product/variation',
    operation: 'listVariations',
    section: 'Product',
    summary: 'List variations that an order can take',
    permission: 'catalog.read',
    input: ListVariationsInput,
    answer: page(VariationRow),
    run: listVariations,
  }),
  route({
    method: 'GET',
    path: '/api/open/product/wholesale',
    operation: 'getWholesaleMinimum',
    section: 'Product',
    summary: 'Get the smallest quantity with a wholesale price',
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
    description: 'They are archived: gone from lists, while old orders stay whole.',
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
    description: 'They are archived: found as ARCHIVED in the list, while old orders stay whole.',
    permission: 'catalog.write',
    input: DeleteProductsInput,
    answer: lowerCase(done(DELETED)),
    run: deleteProducts,
  }),
];

export const catalogRoutes: Route[] = [...categoryRoutes, ...productRoutes];
