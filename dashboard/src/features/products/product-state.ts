/** What the list of products is filtered by: parameters of `searchProducts`, that stand in the address. */
export const PRODUCT_STATE = ['keyword', 'columns', 'category', 'type', 'price', 'order_by'] as const;
export type ProductStateName = (typeof PRODUCT_STATE)[number];
