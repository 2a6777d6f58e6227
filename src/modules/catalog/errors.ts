import { defineErrors } from '../../kernel/errors.ts';
import { mapConstraint } from '../../kernel/http/database-errors.ts';

export const catalogErrors = defineErrors({
  category_exists: {
    status: 422,
    en: 'A product category with this name exists already.',
    id: 'Kategori produk dengan nama ini sudah ada.',
    explanation: 'Names of product categories are unique in a shop, in any letter case.',
  },
  sku_taken: {
    status: 422,
    en: 'The SKU {sku} is used already.',
    id: 'SKU {sku} sudah dipakai.',
    explanation: 'SKUs are unique in a shop, in any letter case, also among the variations of one request.',
  },
  sku_just_taken: {
    status: 422,
    en: 'One of the SKUs was taken by another product just now. Try again.',
    id: 'Salah satu SKU baru saja dipakai produk lain. Coba lagi.',
    explanation: 'Two requests asked for one SKU at the same moment, and the other one came first.',
  },
  no_variation_left: {
    status: 422,
    en: 'A product keeps at least one variation. Delete the product instead.',
    id: 'Produk harus memiliki minimal satu variasi. Hapus produknya saja.',
    explanation: 'The last variation can not be flagged DELETE in an edit of its product.',
  },
  too_many_variations: {
    status: 422,
    en: 'A product has {maximum} variations at most.',
    id: 'Satu produk memiliki paling banyak {maximum} variasi.',
    explanation: 'Those that the edit does not name count too.',
  },
  one_variation: {
    status: 422,
    en: 'A product with has_variation N has exactly one variation.',
    id: 'Produk dengan has_variation N memiliki tepat satu variasi.',
    explanation: 'Send has_variation Y for a product with several variations.',
  },
  wholesale_overlap: {
    status: 422,
    en: 'The wholesale steps overlap: {field} lies within another step.',
    id: 'Tingkat harga grosir tumpang tindih: {field} berada di dalam tingkat lain.',
    explanation: 'A quantity may belong to one wholesale step only.',
  },
  image_url: {
    status: 422,
    en: 'The {field} must be an address that starts with http:// or https://.',
    id: '{field} harus berupa alamat yang diawali http:// atau https://.',
    explanation: 'Images are given by their addresses on the web.',
  },
  category_filter: {
    status: 422,
    en: 'The {field} must be UNCATEGORIZED, ARCHIVED or the ID of a product category.',
    id: '{field} harus UNCATEGORIZED, ARCHIVED, atau ID kategori produk.',
    explanation: 'Products are listed of one category, of none, or those that were deleted.',
  },
  bulk_variations: {
    status: 422,
    en: 'The {field} have more than {limit} variations together. Send them in several requests.',
    id: '{field} punya lebih dari {limit} variasi seluruhnya. Kirim dalam beberapa permintaan.',
    explanation: 'One request makes its products in one transaction. For more, import a sheet.',
  },
});

mapConstraint('product_variations_sku_unique', { code: 'sku_just_taken', field: 'variations' });
mapConstraint('product_categories_name_unique', { code: 'category_exists', field: 'name' });
