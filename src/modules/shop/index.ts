import './errors.ts';

export { locationText } from './location.ts';
export { openShop } from './open-shop.ts';
export { shopRoutes } from './routes.ts';
export { updateShop } from './update-shop.ts';
