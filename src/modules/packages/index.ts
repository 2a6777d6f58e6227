export { holdToPackage, keyRefusal, refuseKeysOfPackage } from './app-package.ts';
export { grantPackage, packagesOf, runsSql } from './grant-package.ts';
export type { Term } from './next-term.ts';
export {
  findOffer,
  PACKAGE_CLASSES,
  priceListOf,
  type PackageClass,
  type PackageOffer,
  type PriceList,
} from './price-list.ts';
