import { scene, type ContractScene } from './stage.ts';

/** Products that come back from the archive, and many prices at once. */
export const goodsScenes: ContractScene[] = [
  scene('restoreProducts', async (stage) => {
    const id = [stage.id('product.hapus')];
    await stage.call('restoreProducts', { id });
    await stage.call('deleteProducts', { id });
  }),
  scene('previewPrices', async (stage) => {
    const rule = { field: 'price', change: 'RAISE', unit: 'PERCENT', amount: 5, round_to: 500 };
    await stage.call('previewPrices', rule);
    await stage.call('previewPrices', { ...rule, product_ids: [stage.id('product.sepatu')] });
  }),
  scene('changePrices', async (stage) => {
    const variation_id = stage.id('variation.sepatu.0');
    const change = (from: number, to: number) =>
      stage.call('changePrices', { field: 'price', prices: [{ variation_id, from, to }] });
    const { data } = await stage.call('previewPrices', {
      field: 'price',
      change: 'RAISE',
      amount: 1_000,
      product_ids: [stage.id('product.sepatu')],
    });
    const { from, to } = data.find((row: { variation_id: number }) => row.variation_id === variation_id);
    await change(from, to);
    // Somebody else was quicker.
    await change(from, to + 1_000);
    await change(to, from);
  }),
];
