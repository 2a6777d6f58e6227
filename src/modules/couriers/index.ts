export { courierRule, serviceRule, type ChargeOverride, type ChargeRule } from './charges/charge-rule.ts';
export { chargeRules, type ChargeRules } from './charges/load-charge-rules.ts';
export {
  chargeableWeight,
  codFeeOf,
  codFeeOnTop,
  insuranceOf,
  packingOf,
  parcelSize,
  returnFeeOf,
  roundCash,
  volumeOf,
  type CodFeeRule,
} from './charges/rules.ts';
export { loadRateFacts } from './rates/load-rate-facts.ts';
export { PICKUP_AT_SHOP, isCustomCourierId } from './rules.ts';
export {
  loadShopServices,
  takesCod,
  type CustomCourier,
  type ShopServices,
} from './services/load-shop-services.ts';
export { ESTIMATES } from './tariffs/estimates.ts';
export { findTariffs, type FoundTariff } from './tariffs/find-tariffs.ts';
export { chargedGrams, tariffPrice } from './tariffs/tariff-price.ts';
export { offersCouriers } from './services/offers-couriers.ts';
