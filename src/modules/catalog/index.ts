import './errors.ts';

export { findVariations } from './find-variations.ts';
export { pictureUrl, registerDefaultPicture } from './pictures.ts';
export { catalogRoutes } from './routes.ts';
export { VariationRow, WarehouseLevel } from './schemas.ts';
export { variationLabel } from './rules.ts';
