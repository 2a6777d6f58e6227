import type { Job } from '../../kernel/jobs/job.ts';
import { productDownload } from './download-products.ts';
import './errors.ts';

export { findProducts } from './find-products.ts';
export { findVariations } from './find-variations.ts';
export { pictureUrl, registerDefaultPicture } from './pictures.ts';
export { catalogRoutes } from './routes.ts';
export { VariationRow, WarehouseLevel } from './variation-schemas.ts';
export { variationLabel } from './rules.ts';

export const catalogJobs: Job[] = [productDownload];
