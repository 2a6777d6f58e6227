import type { Job } from '../../kernel/jobs/job.ts';
import { productDownload } from './download-products.ts';
import './errors.ts';

export { findNamedGoods, type GoodsFound, type NamedGoods } from './find-named-goods.ts';
export { findProducts } from './find-products.ts';
export { archiveProducts } from './archive-products.ts';
export { changeProducts } from './change-products.ts';
export { checkProducts, type NewProduct } from './check-products.ts';
export { findVariations } from './find-variations.ts';
export { keepProducts } from './keep-products.ts';
export { productRow, variationRow } from './product-rows.ts';
export { PRODUCT_COLUMNS, readPreorder, warehouseTitle, type ProductColumnKey } from './product-sheet.ts';
export { catalogRoutes } from './routes.ts';
export { CreateProductInput } from './schemas.ts';
export { VariationRow, WarehouseLevel } from './variation-schemas.ts';
export { variationLabel } from './rules.ts';

export const catalogJobs: Job[] = [productDownload.job];
