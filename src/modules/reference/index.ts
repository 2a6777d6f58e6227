export { registerAssets } from './assets.ts';
export { bankBadge, courierBadge } from './badge.ts';
export {
  bankName,
  banks,
  courierServices,
  couriers,
  findBank,
  findCourier,
  findService,
  marketplaceName,
  xenditBanks,
  type Courier,
  type CourierService,
} from './reference.ts';
export { findDistrictCode } from './regions/find-district.ts';
export {
  bareName,
  findNamedPlaces,
  type NamedDistrict,
  type PlacesFound,
} from './regions/find-named-places.ts';
export { importRegions, RegionImportError } from './regions/import-regions.ts';
export { loadDefaultRegions } from './regions/load-default-regions.ts';
export { referenceRoutes } from './routes.ts';
