import './errors.ts';

export { openShop } from './open-shop.ts';
