import { scene, type ContractScene, type ContractStage } from './stage.ts';

const LIMITS = {
  usage_per_customer: 'UNLIMITED',
  promo_limit: 5,
  minimum_product: null,
  minimum_transaction: null,
};
const DISCOUNT = { type: 'PERCENTAGE', amount: 5, max_nominal: 5000 };

export const promoScenes: ContractScene[] = [
  scene('createPromo', async (stage) => {
    await createPromo(stage, 'sepatu', {
      type: 'PRODUCT',
      group: 'PROMO',
      name: 'Promo Sepatu',
      coupon_code: '',
      all_products: false,
      selected_items: { products: [stage.id('product.sepatu')], platforms: ['ORDER_APP', 'PRIVOR'] },
    });
    await createPromo(stage, 'ongkir', {
      type: 'EXPEDITION',
      group: 'COUPON',
      name: 'Kupon ONGKIR5000',
      coupon_code: 'ONGKIR5000',
      discount: [{ type: 'NOMINAL', amount: '5000' }],
      limits: [{ ...LIMITS, usage_per_customer: '3', minimum_transaction: 0 }],
      all_products: true,
      selected_items: [{ platforms: ['ORDER_APP'], couriers: ['1', '2'] }],
    });
  }),
  scene('listPromos', async (stage) => {
    await stage.call('listPromos', { is_active: true, keyword: 'ongkir', per_page: 5 });
    await stage.call('listPromos', { is_active: 'true', type: 'PRODUCT' });
  }),
  scene('getPromo', async (stage) => {
    for (const name of ['sepatu', 'ongkir']) await stage.call('getPromo', { id: stage.id(`promo.${name}`) });
  }),
  scene('updatePromo', async (stage) => {
    await stage.call('updatePromo', {
      ...promo(),
      id: stage.id('promo.sepatu'),
      type: 'PRODUCT',
      group: 'PROMO',
      name: 'Promo Sepatu',
      limits: { ...LIMITS, minimum_product: 10, minimum_transaction: 10000 },
      all_products: false,
      selected_items: { products: [stage.id('product.sepatu')], platforms: ['ORDER_APP'] },
    });
  }),
  scene('listAvailableProducts', async (stage) => {
    const input = { keyword: 'sep', group: 'PROMO', type: 'PRODUCT' };
    await stage.call('listAvailableProducts', { ...input, id: stage.id('promo.sepatu') });
    await stage.call('listAvailableProducts', { ...input, end_date: '2089-12-31' });
  }),
  scene('deletePromo', async (stage) => {
    await stage.call('deletePromo', { id: stage.id('promo.ongkir') });
  }),
];

function promo() {
  return {
    start_date: '2090-07-06 09:19',
    end_date: '2090-07-06 23:19',
    discount: DISCOUNT,
    limits: LIMITS,
    is_active: true,
    customer_categories: ['N', 'Y', 'D'],
  };
}

async function createPromo(
  stage: ContractStage,
  name: string,
  input: Record<string, unknown>,
): Promise<void> {
  const { data } = await stage.call('createPromo', { ...promo(), ...input });
  stage.keep(`promo.${name}`, data.promo_id);
}
