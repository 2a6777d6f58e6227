import { z } from 'zod';
import { data, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { createProductCategory } from './create-category.ts';
import { deleteProductCategory } from './delete-category.ts';
import { getProductCategory } from './get-category.ts';
import { listProductCategories } from './list-categories.ts';
import {
  CreateProductCategoryInput,
  ProductCategory,
  ProductCategoryIdInput,
  UpdateProductCategoryInput,
} from './schemas.ts';
import { updateProductCategory } from './update-category.ts';

export const categoryRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/open/product-category',
    operation: 'createProductCategory',
    section: 'Product Category',
    summary: 'Create a product category',
    permission: 'catalog.write',
    input: CreateProductCategoryInput,
    answer: success(ProductCategory),
    run: createProductCategory,
  }),
  route({
    method: 'GET',
    path: '/api/open/product-category',
    operation: 'listProductCategories',
    tagged: 'DAY',
    section: 'Product Category',
    summary: 'List product categories',
    permission: 'catalog.read',
    input: z.object({}),
    answer: data(z.array(ProductCategory)),
    run: listProductCategories,
  }),
  route({
    method: 'GET',
    path: '/api/open/product-category/:id',
    operation: 'getProductCategory',
    tagged: 'DAY',
    section: 'Product Category',
    summary: 'Get a product category',
    permission: 'catalog.read',
    input: ProductCategoryIdInput,
    answer: success(ProductCategory),
    run: getProductCategory,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/product-category',
    operation: 'updateProductCategory',
    section: 'Product Category',
    summary: 'Rename a product category',
    permission: 'catalog.write',
    input: UpdateProductCategoryInput,
    answer: success(ProductCategory),
    run: updateProductCategory,
  }),
  route({
    method: 'DELETE',
    path: '/api/open/product-category/:id',
    operation: 'deleteProductCategory',
    section: 'Product Category',
    summary: 'Delete a product category',
    description: 'Products in the category are kept and become uncategorised.',
    permission: 'catalog.write',
    input: ProductCategoryIdInput,
    answer: success(ProductCategory),
    run: deleteProductCategory,
  }),
];
