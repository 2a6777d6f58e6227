import { today } from '../stall.ts';
import { FIRST } from './row-parts.ts';
import type { TimedStage } from './timed-stage.ts';

const ids = (count: number, after = 0) =>
  Array.from({ length: count }, (_, n) => FIRST + 1 + after + n).filter(
    (id) => id % 50 !== 0 && id % 20 !== 0,
  );

/** What writes many rows at once, at the sizes that `limits.ts` allows. */
export async function playLarge(stage: TimedStage): Promise<void> {
  await playOrders(stage);
  await playStock(stage);
  await playImport(stage);
  await playGoods(stage);
  for (const operation of [
    'downloadProducts',
    'downloadCustomers',
    'downloadOrders',
    'downloadClosedOrders',
  ]) {
    await stage.call(operation, operation === 'downloadClosedOrders' ? { type: 'CANCEL' } : {});
    await stage.runJobs(`jobs of ${operation}`);
  }
}

async function playOrders(stage: TimedStage): Promise<void> {
  const order = {
    order_date: today(),
    customer_sender_id: FIRST + 7,
    customer_receiver_id: FIRST + 8,
    supplier_id: FIRST + 3,
    is_print: false,
    products: ids(200).map((id) => ({ id, qty: 1, product_status: 'S' })),
    expedition: { id: 1, rate: 10_000, name: 'JNE', auto_pickup: false },
    payment: { status: 'UNPAID' },
    source: 'WEB',
  };
  const { data } = await stage.large('createOrder', order);
  const order_id = data.order_id;
  const products = ids(200).map((id) => ({ id, qty: 2, product_status: 'S', flag: 'EDIT' }));
  await stage.large('updateOrder', { ...order, order_id, products });
  await stage.call('getOrder', { id: order_id });
  await stage.call('cancelOrder', { id: order_id });
  await stage.call('reactivateOrder', { id: order_id });
  await stage.call('quoteOrder', {
    customer_sender_id: FIRST + 7,
    products: ids(200).map((id) => ({ id, qty: 3 })),
  });
}

async function playStock(stage: TimedStage): Promise<void> {
  const moved = (count: number) => ids(count).map((variation_id) => ({ variation_id, transfer_stock: 1 }));
  const counted = (count: number) =>
    ids(count).map((variation_id) => ({ variation_id, warehouse_stock: 50 }));
  const transfer = { origin_warehouse_id: 0, destination_warehouse_id: FIRST + 9, description: 'Pindah' };
  for (const count of [1_000, 5_000]) {
    await stage.large('createTransfer', { ...transfer, stock_adjustment: moved(count) });
    await stage.runJobs(`jobs of a transfer of ${count}`);
    await stage.large('createOpname', {
      warehouse_id: 0,
      description: 'Hitung',
      stock_adjustment: counted(count),
    });
    await stage.runJobs(`jobs of a count of ${count}`);
  }
  const rows = ids(5_000).map((id) => `ISI-${id - FIRST};Gudang Utama;60\n`);
  const file = new Blob([`SKU;Gudang;Stok hasil hitung\n${rows.join('')}`]);
  await stage.large('importOpname', { file, description: 'Hitung dari berkas' });
  await stage.runJobs('jobs of a count by file');
  await stage.large('getOpnameTemplate', { warehouse_id: 0 });
}

async function playImport(stage: TimedStage): Promise<void> {
  for (const rows of [
    ids(5_000).map((id) => `Ubah ${id};ISI-${id - FIRST};Merah;77000;9\n`),
    ids(5_000).map((id) => `Baru ${id};BARU-${id};Merah;77000;9\n`),
  ]) {
    const file = new Blob([`Nama produk;SKU;Warna;Harga;Stok\n${rows.join('')}`]);
    const { data } = await stage.large('uploadImport', { file });
    await stage.runJobs('jobs of a preview');
    await stage.call('listImportRows', { id: data.id, outcome: 'NEW' });
    await stage.large('applyImport', { id: data.id, partial: true });
    await stage.runJobs('jobs of an import');
    await stage.call('getImport', { id: data.id });
    await stage.large('getImportReport', { id: data.id });
    await stage.large('undoImport', { id: data.id });
    await stage.runJobs('jobs of an undoing');
  }
}

async function playGoods(stage: TimedStage): Promise<void> {
  const variations = (of: string, count: number) =>
    Array.from({ length: count }, (_, n) => ({
      sku: `${of}-${n}`,
      color: ['Merah', 'Biru Tua', 'Hitam'][n % 3],
      size: String(n),
      price: 50_000,
      price_buy: 40_000,
      stock_quantity: 5,
    }));
  const product = {
    product_type: 'S',
    category_id: 0,
    description: 'Banyak',
    weight: 200,
    has_variation: 'Y',
  };
  const products = Array.from({ length: 400 }, (_, n) => ({
    ...product,
    name: `Gamis Massal ${n}`,
    variations: variations(`MASSAL-${n}`, 12),
  }));
  await stage.large('createProducts', { products });
  const made = await stage.large('createProduct', {
    ...product,
    name: 'Besar',
    variations: variations('BESAR', 200),
  });
  const { data } = await stage.call('getProduct', { product_id: made.data.product_id });
  await stage.large('updateProduct', { ...data, wholesale: [], name: 'Besar Sekali' });
  const promo = {
    type: 'PRODUCT',
    group: 'PROMO',
    name: 'Promo besar',
    coupon_code: '',
    start_date: '2095-07-06 09:19',
    end_date: '2095-07-06 23:19',
    discount: { type: 'NOMINAL', amount: 1_000 },
    limits: {
      usage_per_customer: 'UNLIMITED',
      promo_limit: 5,
      minimum_product: null,
      minimum_transaction: null,
    },
    is_active: true,
    customer_categories: ['N'],
    all_products: false,
    selected_items: { products: ids(1_000), platforms: ['ORDER_APP'] },
  };
  const { data: stored } = await stage.call('createPromo', promo);
  await stage.call('updatePromo', { ...promo, id: stored.promo_id, name: 'Promo besar sekali' });
  await stage.call('deleteVariations', { id: ids(100, 3_000).map((id) => id + FIRST) });
  await stage.call('deleteProducts', { id: ids(100, 2_000) });
}
