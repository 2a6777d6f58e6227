export { changePromos } from './change-promos.ts';
export { findOrderPromos, type OrderPromo } from './find-order-promos.ts';
export { giveBackPromos } from './give-back-promos.ts';
export { hindranceFault } from './hindrance-fault.ts';
export { lockPromos, lockWantedPromos } from './lock-promos.ts';
export { isOfProduct, isUsedUpBy, promoApplies, promoDiscount, promoState } from './rules.ts';
export type { Hindrance, Platform, Promo, PromoOrder } from './rules.ts';
export { takePromos } from './take-promos.ts';
