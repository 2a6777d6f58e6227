/** Limits of this module; docs/limits.md says what they mean. */
export const promoLimits = {
  promos: 5_000,
  promo_products: 1_000,
  promo_couriers: 200,
} as const;
