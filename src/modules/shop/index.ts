export { shopLimits } from './limits.ts';
export { locationText } from './location.ts';
export { openShop } from './open-shop.ts';
export { setShopClass } from './set-shop-class.ts';
export { subdomain } from './schemas.ts';
export { readLogo } from './read-logo.ts';
export { updateShop } from './update-shop.ts';
export { hasOrigin } from './has-origin.ts';
