export { openMainWarehouse } from './open-main-warehouse.ts';
