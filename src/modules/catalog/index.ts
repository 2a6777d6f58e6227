import './errors.ts';

export { DEFAULT_PICTURE_PATH, pictureUrl } from './picture-url.ts';
export { catalogRoutes } from './routes.ts';
export { TYPE_DESCRIPTIONS } from './rules.ts';
