import { scene, type ContractScene } from './stage.ts';

export const inventoryScenes: ContractScene[] = [
  scene('createTransfer', async (stage) => {
    const { data } = await stage.call('createTransfer', {
      origin_warehouse_id: stage.id('warehouse.main'),
      destination_warehouse_id: stage.id('warehouse.second'),
      description: 'Stok transfer Gudang Utama ke gudang kedua',
      stock_adjustment: [
        { variation_id: stage.id('variation.sepatu.0'), transfer_stock: '3' },
        { variation_id: stage.id('variation.sepatu.1'), transfer_stock: 6 },
      ],
    });
    stage.keep('transfer', data.id);
  }),
  scene('listTransfers', async (stage) => {
    await stage.call('listTransfers', { origin_warehouse_id: stage.id('warehouse.main'), per_page: 2 });
  }),
  scene('getTransfer', async (stage) => {
    await stage.call('getTransfer', { id: stage.id('transfer') });
  }),
  scene('listTransferLines', async (stage) => {
    await stage.call('listTransferLines', { id: stage.id('transfer') });
  }),
  scene('searchTransferStock', async (stage) => {
    const warehouse_id = stage.id('warehouse.second');
    await stage.call('searchTransferStock', { warehouse_id, keyword: 'sepatu' });
  }),
  scene('createOpname', async (stage) => {
    const { data } = await stage.call('createOpname', {
      warehouse_id: stage.id('warehouse.main'),
      description: 'Stok opname bulanan',
      stock_adjustment: [
        { variation_id: stage.id('variation.sepatu.0'), warehouse_stock: 45 },
        { variation_id: stage.id('variation.kaos.0'), warehouse_stock: '20' },
      ],
    });
    stage.keep('opname', data.id);
  }),
  scene('getOpnameTemplate', async (stage) => {
    await stage.call('getOpnameTemplate', { warehouse_id: stage.id('warehouse.main') });
  }),
  scene('importOpname', async (stage) => {
    const file = new Blob(['SKU;Gudang;Stok hasil hitung\nKAO-1;Gudang Utama;21\n']);
    await stage.call('importOpname', { file, description: 'Hitung ulang' });
  }),
  scene('listOpnames', async (stage) => {
    await stage.call('listOpnames', { warehouse_id: stage.id('warehouse.main') });
  }),
  scene('getOpname', async (stage) => {
    await stage.call('getOpname', { id: stage.id('opname') });
  }),
  scene('listOpnameLines', async (stage) => {
    await stage.call('listOpnameLines', { id: stage.id('opname') });
  }),
  scene('searchOpnameStock', async (stage) => {
    const warehouse_id = stage.id('warehouse.main');
    await stage.call('searchOpnameStock', { warehouse_id, product_id: stage.id('product.sepatu') });
  }),
];
