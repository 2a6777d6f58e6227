import { z } from 'zod';
import { id, text } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';

export const ProductCategory = named('ProductCategory', { id: z.int(), name: z.string() });

export const CreateProductCategoryInput = z.object({
  name: text({ max: 100 }).describe('Product category name.'),
});

export const UpdateProductCategoryInput = z.object({
  id: id().describe('Product category ID.'),
  name: text({ max: 100 }).describe('Product category name.'),
});

export const ProductCategoryIdInput = z.object({ id: id().describe('Product category ID.') });
