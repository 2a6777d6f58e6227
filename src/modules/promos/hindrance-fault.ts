import type { RefusalPart } from '../../kernel/errors.ts';
import { promoErrors } from './errors.ts';
import type { Hindrance, Promo } from './rules.ts';

const CODES = {
  INACTIVE: 'promo_inactive',
  SCHEDULED: 'promo_scheduled',
  USED_UP: 'promo_used_up',
  ENDED: 'promo_ended',
  COUPON_CODE: 'promo_needs_code',
  CUSTOMER_CATEGORY: 'promo_not_for_category',
  PLATFORM: 'promo_not_here',
  CUSTOMER_LIMIT: 'promo_limit_of_customer',
  COURIER: 'promo_not_for_courier',
  PRODUCT: 'promo_not_for_product',
  MINIMUM_PRODUCT: 'promo_minimum_product',
  MINIMUM_TRANSACTION: 'promo_minimum_transaction',
} as const satisfies Record<Hindrance, Parameters<typeof promoErrors.part>[0]>;

/**
 * Why an order cannot have a promo, as an error on the field that names it.
 * @param promo whose minimum is said, where the order is below it
 */
export function hindranceFault(
  hindrance: Hindrance,
  field: string,
  promo?: Pick<Promo, 'minimum_product' | 'minimum_transaction_idr'>,
): RefusalPart {
  if (promo !== undefined && hindrance === 'MINIMUM_PRODUCT')
    return promoErrors.part('promo_below_units', field, { minimum: promo.minimum_product ?? 0 });
  if (promo !== undefined && hindrance === 'MINIMUM_TRANSACTION')
    return promoErrors.part('promo_below_amount', field, { minimum: promo.minimum_transaction_idr ?? 0 });
  return promoErrors.part(CODES[hindrance], field);
}
