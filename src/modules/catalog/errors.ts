import { defineErrors } from '../../kernel/errors.ts';
import { mapConstraint } from '../../kernel/http/database-errors.ts';

export const catalogErrors = defineErrors({
  category_exists: {
    status: 422,
    en: 'A product category with this name exists already.',
    id: 'Kategori produk dengan nama ini sudah ada.',
    explanation: 'Names of product categories are unique in a shop, in any letter case.',
  },
});

mapConstraint('product_categories_name_unique', { code: 'category_exists', field: 'name' });
