import { defineErrors } from '../../kernel/errors.ts';

export const pricingErrors = defineErrors({
  goods_beyond_reach: {
    status: 422,
    en: 'With the {field} the goods of the order would be worth or cost more than {maximum}, the most that is reckoned with.',
    id: 'Dengan {field} sebanyak ini nilai atau modal barang dalam order melebihi {maximum}, batas yang dapat dihitung.',
    explanation: 'Look for a slip in the quantity, or in the price or purchase price of the product.',
  },
});
