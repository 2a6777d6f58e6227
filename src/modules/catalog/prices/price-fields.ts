/** The prices of a variation, as the API names them, with their columns. */
export const PRICE_COLUMNS = {
  price: 'price_idr',
  price_reseller: 'price_reseller_idr',
  price1: 'price1_idr',
  price2: 'price2_idr',
  price3: 'price3_idr',
  price_buy: 'price_buy_idr',
} as const;

export type PriceField = keyof typeof PRICE_COLUMNS;

export const PRICE_FIELDS = [
  'price',
  'price_reseller',
  'price1',
  'price2',
  'price3',
  'price_buy',
] as const satisfies readonly PriceField[];
