import './errors.ts';

export { pictureUrl, registerDefaultPicture } from './pictures.ts';
export { catalogRoutes } from './routes.ts';
export { TYPE_DESCRIPTIONS } from './rules.ts';
