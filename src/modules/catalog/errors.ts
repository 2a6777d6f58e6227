import { defineErrors } from '../../kernel/errors.ts';
import { mapConstraint } from '../../kernel/http/database-errors.ts';

export const catalogErrors = defineErrors({
  category_exists: {
    status: 422,
    en: 'A product category with this name already exists.',
    id: 'Kategori produk dengan nama ini sudah ada.',
    explanation: 'Names of product categories are unique within a shop, ignoring letter case.',
  },
  sku_taken: {
    status: 422,
    en: 'The SKU {sku} is already used.',
    id: 'SKU {sku} sudah digunakan.',
    explanation:
      'SKUs are unique within a shop, ignoring letter case. This includes all variations of one request.',
  },
  sku_just_taken: {
    status: 422,
    en: 'One of the SKUs was just taken by another product. Try again.',
    id: 'Salah satu SKU baru saja digunakan produk lain. Silakan coba lagi.',
    explanation: 'Two requests used the same SKU at the same time, and the other one was first.',
  },
  duplicate_variation: {
    status: 422,
    en: 'This variation has the same color and size as {other}. Change the color or the size.',
    id: 'Warna dan ukuran variasi ini sama dengan {other}. Bedakan warna atau ukurannya.',
    explanation:
      'Variations of a product differ in color or size, ignoring letter case, spaces and invisible characters. ' +
      'The other variation is named by its place in the request or, if it is not part of it, by its SKU.',
  },
  no_variation_left: {
    status: 422,
    en: 'A product must have at least one variation. Delete the product instead.',
    id: 'Produk harus memiliki minimal satu variasi. Hapus produknya jika tidak diperlukan lagi.',
    explanation: 'The last variation of a product cannot be deleted with flag DELETE.',
  },
  too_many_variations: {
    status: 422,
    en: 'A product can have at most {maximum} variations.',
    id: 'Satu produk maksimal memiliki {maximum} variasi.',
    explanation: 'Variations that are not part of the request count too.',
  },
  one_variation: {
    status: 422,
    en: 'A product with has_variation N must have exactly one variation.',
    id: 'Produk dengan has_variation N harus memiliki tepat satu variasi.',
    explanation: 'Send has_variation Y for a product with several variations.',
  },
  wholesale_overlap: {
    status: 422,
    en: 'The wholesale steps overlap: {field} is within another step.',
    id: 'Harga grosir tumpang tindih: {field} berada dalam rentang lain.',
    explanation: 'Each quantity can belong to only one wholesale step.',
  },
  image_url: {
    status: 422,
    en: 'The {field} must be a URL that starts with http:// or https://.',
    id: '{field} harus berupa URL yang diawali http:// atau https://.',
    explanation: 'Images are referenced by their URLs.',
  },
  category_filter: {
    status: 422,
    en: 'The {field} must be UNCATEGORIZED, ARCHIVED or a product category ID.',
    id: '{field} harus UNCATEGORIZED, ARCHIVED, atau ID kategori produk.',
    explanation:
      'Use the filter to list the products of one category, those without a category, or archived products.',
  },
  bulk_variations: {
    status: 422,
    en: 'The {field} have more than {limit} variations in total. Send them in several requests.',
    id: 'Jumlah variasi pada {field} lebih dari {limit}. Kirim dalam beberapa request.',
    explanation:
      'One request creates all its products in one transaction. To create more products, import a spreadsheet.',
  },
});

mapConstraint('product_variations_sku_unique', { code: 'sku_just_taken', field: 'variations' });
mapConstraint('product_categories_name_unique', { code: 'category_exists', field: 'name' });
