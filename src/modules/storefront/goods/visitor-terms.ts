import { tierPrice, type CategoryCode, type CustomerAccess } from '../../pricing/index.ts';
import type { Platform } from '../../promos/index.ts';
import type { StoreContext } from '../store-context.ts';

/** Whose prices guests are shown. */
const GUEST: CategoryCode = 'N';

/** The customer category whose prices a visitor is shown. */
export function categoryOf({ buyer }: Pick<StoreContext, 'buyer'>): CategoryCode {
  return (buyer?.category_code ?? GUEST) as CategoryCode;
}

/** Whose promos a visitor gets: a buyer who is signed in is on the private side. */
export function platformOf({ buyer }: Pick<StoreContext, 'buyer'>): Platform {
  return buyer === null ? 'STOREFRONT' : 'PRIVOR';
}

/** The terms of a visitor, of those of all categories; none that is not there gives access to anything. */
export function termsOf(context: StoreContext, categories: readonly CustomerAccess[]): CustomerAccess {
  const code = categoryOf(context);
  const known = categories.find((category) => category.code === code);
  return known ?? { code, discount_access: false, wholesale_access: false };
}

/** Prices of all categories, of which a visitor is told one. */
interface Prices {
  price_idr: number;
  price1_idr: number;
  price2_idr: number;
  price3_idr: number;
  price_reseller_idr: number;
}

/** What a unit costs a visitor before any discount: by the rule that orders are priced by. */
export function unitPrice(prices: Prices, terms: CustomerAccess): number {
  const goods = { variation_id: 0, product_id: 0, discount_idr: 0, wholesale_enabled: false, wholesales: [] };
  return tierPrice({ ...goods, ...prices }, terms.code);
}

/** What a product's own discount takes off a unit for a visitor; never more than the price. */
export function ownDiscount(discount_idr: number, price_idr: number, terms: CustomerAccess): number {
  return terms.discount_access ? Math.min(discount_idr, price_idr) : 0;
}
