export { giveCategories } from './categories/give-categories.ts';
export { deleteUnusedCategories } from './categories/delete-unused-categories.ts';
export { CreateProductCategoryInput } from './categories/schemas.ts';
export { archiveProducts } from './products/archive-products.ts';
export { changeProducts } from './products/change-products.ts';
export { checkProducts, type NewProduct } from './products/check-products.ts';
export { productRow, variationRow } from './products/product-rows.ts';
export { CreateProductInput } from './products/schemas.ts';
export { storeProducts } from './products/store-products.ts';
export { variationLabel, variationLook } from './rules.ts';
export { findNamedGoods, type GoodsFound, type NamedGoods } from './search/find-named-goods.ts';
export { findProducts, type FoundProducts } from './search/find-products.ts';
export { findVariations } from './search/find-variations.ts';
export { VariationRow, WarehouseLevel } from './search/schemas.ts';
export {
  PRODUCT_COLUMNS,
  readPreorder,
  warehouseTitle,
  type ProductColumnKey,
} from './sheets/product-sheet.ts';

export { catalogLimits } from './limits.ts';
export { hasProducts } from './products/has-products.ts';
