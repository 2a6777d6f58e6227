export { ratesFor } from './rates/rates-for.ts';
