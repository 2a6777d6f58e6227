import './errors.ts';

export { findByKeyword } from './find-by-keyword.ts';
export { pageOfVariations } from './page-of-variations.ts';
export { pictureUrl, registerDefaultPicture } from './pictures.ts';
export { catalogRoutes } from './routes.ts';
export { VariationRow, WarehouseLevel } from './schemas.ts';
export { variationLabel } from './rules.ts';
