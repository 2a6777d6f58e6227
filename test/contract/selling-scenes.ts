import sharp from 'sharp';
import { today } from '../stall.ts';
import { scene, type ContractScene, type ContractStage } from './stage.ts';

const IMAGE = 'https://cdn.example.com/products/sepatu-merah.jpg';

export const catalogScenes: ContractScene[] = [
  scene('createProductCategory', async (stage) => {
    for (const name of ['FASHION', 'BOOKS', 'GAMIS ZIZARA']) {
      const { data } = await stage.call('createProductCategory', { name });
      stage.keep(`category.${name}`, data.id);
    }
  }),
  scene('updateProductCategory', async (stage) => {
    await stage.call('updateProductCategory', { id: stage.id('category.BOOKS'), name: 'BUKU' });
  }),
  scene('getProductCategory', async (stage) => {
    await stage.call('getProductCategory', { id: stage.id('category.FASHION') });
  }),
  scene('deleteProductCategory', async (stage) => {
    await stage.call('deleteProductCategory', { id: stage.id('category.GAMIS ZIZARA') });
  }),
  scene('listProductCategories', async (stage) => {
    await stage.call('listProductCategories');
  }),
  scene('generateProductSkus', async (stage) => {
    const products = [
      { name: 'Sepatu' },
      { name: 'Sepatu', color: 'merah', size: 'XL', old_sku: 'SEP-LAMA' },
    ];
    await stage.call('generateProductSkus', { products });
  }),
  scene('createProducts', async (stage) => {
    const bulk = (name: string) => ({
      name,
      product_type: 'S',
      weight: 250,
      variations: [variation(`${name.toUpperCase()}-1`, { stock_quantity: 5 })],
    });
    await stage.call('createProducts', { products: [bulk('Topi'), bulk('Syal')] });
    await stage.call('createProducts', { products: [bulk('Topi'), bulk('Dompet')], partial: true });
  }),
  scene('getImportTemplate', async (stage) => {
    await stage.call('getImportTemplate');
  }),
  scene('uploadImport', async (stage) => {
    const file = new Blob(['Nama produk;SKU;Harga;Isi rak\nKalung;KAL-1;25.000;4\nGelang;GEL-1;x;\n']);
    const { data } = await stage.call('uploadImport', { file });
    stage.keep('import', data.id);
  }),
  scene('mapImportColumns', async (stage) => {
    await stage.call('mapImportColumns', {
      id: stage.id('import'),
      columns: [{ column: 4, read_as: 'stock' }],
    });
  }),
  scene('listImportRows', async (stage) => {
    await stage.call('listImportRows', { id: stage.id('import'), outcome: 'wrong' });
  }),
  scene('getImportReport', async (stage) => {
    await stage.call('getImportReport', { id: stage.id('import') });
  }),
  scene('applyImport', async (stage) => {
    await stage.call('applyImport', { id: stage.id('import'), partial: true });
    await importIs(stage, 'APPLIED');
  }),
  scene('undoImport', async (stage) => {
    await stage.call('undoImport', { id: stage.id('import') });
    await importIs(stage, 'UNDONE');
  }),
  scene('getImport', async (stage) => {
    await stage.call('getImport', { id: stage.id('import') });
  }),
  scene('listImports', async (stage) => {
    await stage.call('listImports');
  }),
  scene('uploadProductImage', async (stage) => {
    const picture = { width: 900, height: 600, channels: 3 as const, background: '#8a1c4a' };
    const jpeg = await sharp({ create: picture }).jpeg().toBuffer();
    await stage.call('uploadProductImage', {
      image: new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' }),
    });
  }),
  scene('createProduct', async (stage) => {
    await createProduct(stage, 'sepatu', {
      name: 'Sepatu',
      product_type: 'S',
      category_id: stage.id('category.FASHION'),
      description: 'Sepatu Bagus',
      wholesale_status: 'Y',
      wholesale: [
        { from: 3, to: 11, price: 4500 },
        { from: 12, to: 100, price: 4000 },
      ],
      publish_status: 'Y',
      show_stock: 'Y',
      has_variation: 'Y',
      variations: [
        variation('SEP-MER-KhC', {
          color: 'merah',
          size: '40',
          images: [IMAGE, `${IMAGE}?2`],
          primary_image: 1,
          stock_quantity: 50,
        }),
        variation('SEP-PUT-KhX', { color: 'putih', stock_quantity: 30 }),
      ],
    });
    await createProduct(stage, 'kaos', {
      name: 'Kaos Merah',
      product_type: 'S',
      category_id: 0,
      description: 'Katun combed 30s',
      is_warehouse: 1,
      publish_status: 'N',
      show_stock: 'N',
      has_variation: 'N',
      variations: [
        variation('KAO-1', { warehouse_stock: [{ warehouse_id: stage.id('warehouse.main'), stock: '20' }] }),
      ],
    });
    await createProduct(stage, 'titipan', {
      name: 'Tas Titipan',
      product_type: 'R',
      category_id: 0,
      description: 'Dikirim dari pemasok',
      variations: [variation('TAS-1', { stock: 'Y' })],
    });
    await createProduct(stage, 'preorder', {
      name: 'Gamis Lebaran',
      product_type: 'PO',
      category_id: 0,
      description: 'Dijahit setelah dipesan',
      preorder_setting: [{ type: 'week', number: '2' }],
      variations: [variation('GAM-1', { stock: 'Y' })],
    });
  }),
  scene('validateProductSku', async (stage) => {
    await stage.call('validateProductSku', {
      sku: 'SEP-BARU',
      product_meta_id: stage.id('variation.sepatu.1'),
    });
    await stage.call('validateProductSku', {
      sku: 'sep-put-khx',
      product_meta_id: stage.id('variation.sepatu.0'),
    });
  }),
  scene('updateProduct', async (stage) => {
    const { data } = await stage.call('getProduct', { product_id: stage.id('product.sepatu') });
    const owner = { shop_id: stage.id('shop'), user_id: stage.id('user') };
    const input = { ...data, wholesale: data.wholesale_prices, description: 'Sepatu Bagus Sekali', ...owner };
    await stage.call('updateProduct', input);
  }),
  scene('getWholesaleMinimum', async (stage) => {
    await stage.call('getWholesaleMinimum', { product_id: stage.id('product.sepatu') });
  }),
  scene('listVariations', async (stage) => {
    await stage.call('listVariations', { keyword: 'sep', per_page: 10 });
    await stage.call('listVariations');
  }),
  scene('deleteVariations', async (stage) => {
    await createProduct(stage, 'buangan', deletable('Buangan'));
    await stage.call('deleteVariations', { id: [stage.id('variation.buangan.0')] });
  }),
  scene('deleteProducts', async (stage) => {
    await createProduct(stage, 'hapus', deletable('Hapus'));
    await stage.call('deleteProducts', { id: [stage.id('product.hapus')] });
  }),
  scene('searchProducts', async (stage) => {
    for (const filter of [
      {},
      { keyword: 'sep' },
      { category: 'UNCATEGORIZED' },
      { order_by: 'MOST_STOCK', type: 'S' },
    ])
      await stage.call('searchProducts', filter);
    await stage.call('searchProducts', { per_page: 2, pagination_offset: 2, order_by: 'cheapest' });
  }),
  scene('listProducts', async (stage) => {
    await stage.call('listProducts', { per_page: 2 });
  }),
  scene('getProduct', async (stage) => {
    for (const name of ['sepatu', 'kaos', 'titipan', 'preorder'])
      await stage.call('getProduct', { product_id: stage.id(`product.${name}`) });
  }),
  scene('checkProductStock', async (stage) => {
    const variation_id = stage.id('variation.sepatu.0');
    await stage.call('checkProductStock', { variation_id });
    await stage.call('checkProductStock', { variation_id, warehouse_id: stage.id('warehouse.main') });
  }),
  scene('updateStock', async (stage) => {
    const variation_id = stage.id('variation.sepatu.0');
    const warehouse_id = stage.id('warehouse.main');
    const stock = [
      { amount: 10, status: 'add', warehouse_id },
      { amount: 10, status: 'sub', warehouse_id },
    ];
    const description = 'Tambahan stok bulan ini';
    await stage.call('updateStock', { variation_id, stock: stock.slice(0, 1), description });
    await stage.call('updateStock', { variation_id, stock, description, move_warehouse_stock: true });
  }),
  scene('syncStock', async (stage) => {
    await stage.call('syncStock', { variation_id: stage.id('variation.sepatu.1'), amount: 35 });
  }),
  scene('listWarehouseStock', async (stage) => {
    await stage.call('listWarehouseStock', { variation_id: stage.id('variation.kaos.0') });
  }),
];

export const customerScenes: ContractScene[] = [
  scene('listCustomerCategories', async (stage) => {
    await stage.call('listCustomerCategories');
    await stage.call('listCustomerCategories', { status: 'Y' });
  }),
  scene('createCustomer', async (stage) => {
    const customers = [
      {
        name: 'Budi',
        district: 'mandiraja',
        category: 'N',
        postal_code: '53473',
        email: 'budi@example.com',
        line: 'budi.line',
        other: 'IG @budi',
      },
      { name: 'Angga', district: 'dukuhturi', category: 'Y', postal_code: 52192, email: 'angga@example.com' },
      {
        name: 'Tusfendi',
        district: 'srono',
        category: 'D',
        postal_code: '68471',
        email: 'tusfendi@example.com',
        line: 'tus',
      },
      { name: 'Windira Aliyani', district: 'klojen', category: 'n' },
    ];
    for (const { district, ...customer } of customers) {
      const { data } = await stage.call('createCustomer', {
        ...customer,
        phone: `0812345678${customers.length}`,
        district_id: stage.id(`district.${district}`),
        address: `Jl. Melati No. ${district.length}`,
        is_active: 'Y',
      });
      stage.keep(`customer.${customer.name.toLowerCase()}`, data.customer_id);
    }
  }),
  scene('updateCustomer', async (stage) => {
    await stage.call('updateCustomer', {
      id: stage.id('customer.budi'),
      name: 'Budi Santoso',
      phone: '08123456789',
      address: 'Jln. ABC',
      other: 'IG @budi.santoso',
    });
  }),
  scene('listCustomers', async (stage) => {
    await stage.call('listCustomers', { category: 'N' });
    await stage.call('listCustomers', { category: 'N', per_page: 1, order_by: 'LAST_ORDER' });
    await stage.call('listCustomers', { category: 'Y', type: 'NAME', keyword: 'ang' });
  }),
];

export const orderScenes: ContractScene[] = [
  scene('createOrder', async (stage) => {
    await createOrder(stage, 'unpaid', {
      order_cost: [
        { name: 'Biaya kemasan kayu', category: 'OTHER COST', type: 'NOMINAL', nominal: 1200 },
        { name: 'Diskon persen', category: 'DISCOUNT', type: 'PERCENTAGE', percentage: 2 },
        { name: 'Diskon', category: 'DISCOUNT', type: 'NOMINAL', nominal: 300 },
        { name: 'Pecah Belah', category: 'INSURANCE', type: 'NOMINAL', nominal: 2000 },
      ],
      note: 'Tolong dibungkus kado',
    });
    await createOrder(stage, 'dropship', {
      customer_sender_id: stage.id('customer.tusfendi'),
      customer_receiver_id: stage.id('customer.windira aliyani'),
      products: [
        { id: stage.id('variation.sepatu.0'), qty: 12, product_status: 'S', type: 'NOMINAL', nominal: 100 },
        {
          id: stage.id('variation.kaos.0'),
          qty: '2',
          product_status: 's',
          type: 'PERCENTAGE',
          percentage: 10,
        },
      ],
      payment: { status: 'PAID', date: today(), bank_id: stage.id('bank.bca') },
      expedition: { id: 99, rate: 2000, name: 'Kurir Toko', auto_pickup: false },
    });
    await createOrder(stage, 'titipan', {
      products: [{ id: stage.id('variation.titipan.0'), qty: 1, product_status: 'R' }],
      payment: {
        status: 'INSTALLMENT',
        date: today(),
        bank_id: stage.id('bank.bni'),
        amount: 1000,
        cost_of_goods_sales: 3000,
      },
    });
    await createOrder(stage, 'preorder', {
      products: [{ id: stage.id('variation.preorder.0'), qty: 1, product_status: 'PO' }],
      payment: { status: 'PAID', date: today(), bank_id: stage.id('bank.bca') },
      awb_number: 'JP8507716855',
      is_print: true,
    });
  }),
  scene('updatePayment', async (stage) => {
    const id = stage.id('order.unpaid');
    const payment = { date: today(), bank_id: stage.id('bank.bca') };
    await stage.call('updatePayment', { id, payment: { ...payment, status: 'INSTALLMENT', amount: 10_000 } });
    await stage.call('updatePayment', { id, payment: { ...payment, status: 'PAID' } });
  }),
  scene('listPayments', async (stage) => {
    const { data } = await stage.call('listPayments', { id: stage.id('order.unpaid') });
    await stage.call('listPayments', { id: data[0].payment_id, status: 'PAYMENT' });
  }),
  scene('addAwbNumber', async (stage) => {
    await stage.call('addAwbNumber', { id: stage.id('order.unpaid'), awb_number: '00046512912705' });
  }),
  scene('setShippingStatus', async (stage) => {
    await stage.call('setShippingStatus', { id: stage.id('order.unpaid'), status: 'DELIVERED' });
  }),
  scene('countOrdersByWork', async (stage) => {
    await stage.call('countOrdersByWork', {});
  }),
  scene('listOrders', async (stage) => {
    for (const order_progress_status of ['DELIVERED', 'NO AWB', 'ON PROCESS', 'INSTALLMENT', 'UNPAID'])
      await stage.call('listOrders', { order_progress_status });
    await stage.call('listOrders', { per_page: 1, pagination_offset: 2 });
    await stage.call('listOrders', { keyword: 'sepatu', type: 'PRODUCT_NAME', order_by: 'PAYMENT_DATE' });
    const { meta } = await stage.call('listOrders', { per_page: 2 });
    await stage.call('listOrders', { per_page: 2, cursor: meta.pagination.next_cursor });
  }),
  scene('getOrder', async (stage) => {
    for (const name of ['unpaid', 'dropship', 'titipan', 'preorder'])
      await stage.call('getOrder', { id: stage.id(`order.${name}`) });
  }),
  scene('listStockHistory', async (stage) => {
    const id = stage.id('variation.sepatu.0');
    await stage.call('listStockHistory', { id });
    await stage.call('listStockHistory', { id, warehouse_id: stage.id('warehouse.main'), per_page: 1 });
  }),
];

function variation(sku: string, more: Record<string, unknown>): Record<string, unknown> {
  const prices = {
    price_buy: 1000,
    price: 5000,
    price_reseller: 4800,
    price1: 4700,
    price2: 4600,
    price3: 4500,
  };
  return { sku, weight: 400, size: null, color: null, images: null, primary_image: null, ...prices, ...more };
}

/** A product with two variations, of which nothing else is made. */
function deletable(name: string): Record<string, unknown> {
  const variations = ['A', 'B'].map((size) => variation(`${name}-${size}`, { size, stock_quantity: 1 }));
  return { name, product_type: 'S', category_id: 0, description: name, has_variation: 'Y', variations };
}

/** Waits until the job has brought the import to a status. */
async function importIs(stage: ContractStage, status: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { data } = await stage.call('getImport', { id: stage.id('import') });
    if (data.status === status) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`the import did not come to be ${status}`);
}

async function createProduct(
  stage: ContractStage,
  name: string,
  product: Record<string, unknown>,
): Promise<void> {
  const owner = { shop_id: stage.id('shop'), user_id: stage.id('user') };
  const { data } = await stage.call('createProduct', { weight: 400, discount: 0, ...owner, ...product });
  stage.keep(`product.${name}`, data.product_id);
  data.product_meta_id.forEach((id: unknown, index: number) => stage.keep(`variation.${name}.${index}`, id));
}

/** Makes an order of Budi, whose id is kept as `order.` and the name. */
export async function createOrder(
  stage: ContractStage,
  name: string,
  order: Record<string, unknown>,
): Promise<void> {
  const { data } = await stage.call('createOrder', {
    order_date: today(),
    customer_sender_id: stage.id('customer.budi'),
    customer_receiver_id: stage.id('customer.budi'),
    supplier_id: stage.id('supplier.own'),
    order_source_id: null,
    is_print: false,
    products: [
      {
        id: stage.id('variation.sepatu.0'),
        qty: 2,
        product_status: 'S',
        warehouse_id: stage.id('warehouse.main'),
      },
    ],
    expedition: { id: 1, rate: 23_000, name: 'JNE', auto_pickup: false },
    payment: { status: 'UNPAID', date: today(), bank_id: stage.id('bank.bca') },
    source: 'MOBILE',
    ...order,
  });
  stage.keep(`order.${name}`, data.order_id);
}
