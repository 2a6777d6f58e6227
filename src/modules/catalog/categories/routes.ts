import { z } from 'zod';
import { data, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { createCategory } from './create-category.ts';
import { deleteCategory } from './delete-category.ts';
import { getCategory } from './get-category.ts';
import { listCategories } from './list-categories.ts';
import { CategoryIdInput, CreateCategoryInput, ProductCategory, UpdateCategoryInput } from './schemas.ts';
import { updateCategory } from './update-category.ts';

export const categoryRoutes: Route[] = [
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
    description: 'Products in the category are kept and become uncategorised.',
    permission: 'catalog.write',
    input: CategoryIdInput,
    answer: success(ProductCategory),
    run: deleteCategory,
  }),
];
