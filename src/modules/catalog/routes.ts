import { z } from 'zod';
import { data, success } from '../../kernel/http/answer.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { createCategory } from './create-category.ts';
import { deleteCategory } from './delete-category.ts';
import { getCategory } from './get-category.ts';
import { listCategories } from './list-categories.ts';
import { CategoryIdInput, CreateCategoryInput, ProductCategory, UpdateCategoryInput } from './schemas.ts';
import { updateCategory } from './update-category.ts';

const section = 'Product Category';

const categoryRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/open/product-category',
    operation: 'createProductCategory',
    section,
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
    section,
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
    section,
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
    section,
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
    section,
    summary: 'Delete a product category',
    description: 'Its products stay, uncategorised.',
    permission: 'catalog.write',
    input: CategoryIdInput,
    answer: success(ProductCategory),
    run: deleteCategory,
  }),
];

export const catalogRoutes: Route[] = [...categoryRoutes];
