export { courierRule, serviceRule, type ChargeRule } from './charges/charge-rule.ts';
export { chargeRules } from './charges/load-charge-rules.ts';
export {
  chargeableWeight,
  codFeeOf,
  codFeeOnTop,
  insuranceOf,
  packingOf,
  returnFeeOf,
  roundCash,
  volumeOf,
} from './charges/rules.ts';
export { PICKUP_AT_SHOP } from './rules.ts';
