import './errors.ts';

export { pictureUrl, registerDefaultPicture } from './pictures.ts';
export { catalogRoutes } from './routes.ts';
