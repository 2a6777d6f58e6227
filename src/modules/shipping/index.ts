export { ratesFor, type Rate, type RatedParcel, type Rates } from './rates/rates-for.ts';
