export { sendBadge } from './assets.ts';
export { badgeSvg, bankBadge, courierBadge, CUSTOM_BADGE } from './badge.ts';
export {
  bankFamily,
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
export { findDistricts, type District } from './regions/find-districts.ts';
export { findDistrictCode } from './regions/find-district.ts';
export { findNamedPlaces, type NamedDistrict, type PlacesFound } from './regions/find-named-places.ts';
export {
  bareName,
  bareProvinces,
  bareWritings,
  longPlace,
  longWord,
  numeralWord,
} from './regions/place-words.ts';
export { PlaceList, type ListedPlace } from './regions/place-list.ts';
export { RegionImportError, importRegions } from './regions/import-regions.ts';
export { CITY_ID, PROVINCE_ID, postalCodeSql, regionJoins } from './regions/region-joins.ts';
export { searchRegions } from './regions/search-regions.ts';
export { Region, SearchRegionsInput } from './schemas.ts';
