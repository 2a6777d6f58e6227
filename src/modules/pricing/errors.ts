import { defineErrors } from '../../kernel/errors.ts';

export const pricingErrors = defineErrors({
  goods_beyond_reach: {
    status: 422,
    en:
      'With this {field}, the value or the cost of the products in the order would exceed the maximum of ' +
      '{maximum}.',
    id: 'Dengan {field} ini, nilai atau modal produk dalam pesanan melebihi batas {maximum}.',
    explanation: 'Check the quantity, the price and the purchase price of the product for typing errors.',
  },
});
