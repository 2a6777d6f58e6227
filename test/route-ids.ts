import { BULK_IDS } from './bulk-ids.ts';
import { CHECKOUT_IDS } from './checkout-ids.ts';
import { CUSTOMER_IDS } from './customer-ids.ts';
import { MESSAGE_IDS } from './message-ids.ts';
import { MUTATION_IDS } from './mutation-ids.ts';
import { EDITED_ORDER, order } from './order-ids.ts';
import { promoInput, selecting } from './promo-input.ts';
import { WEBHOOK_IDS } from './webhook-ids.ts';
import type { RouteIds, World } from './world.ts';

export type { Kind, World } from './world.ts';

const promo = (world: World) =>
  promoInput({ start_date: '2090-01-01 00:00', end_date: '', ...selecting(world.ids.product) });

/** At the store of the shop. */
const store = ({ shop }: World) => ({ subdomain: shop.subdomain });

/** Every operation that takes ids. A route that is missing here fails below. */
export const ROUTE_IDS: Record<string, RouteIds> = {
  readNotifications: { names: { id: 'order' } },
  endSession: { names: { id: 'session' } },
  revokeApiKey: { names: { id: 'api_key' } },
  rotateApiKey: { names: { id: 'api_key' } },
  changeUser: { names: { id: 'user' }, input: () => ({ role: 'admin' }) },
  removeUser: { names: { id: 'user' } },
  listAudit: { names: { user_id: 'user', subject_id: 'product' } },
  listJobs: { names: { user_id: 'user' } },
  getJob: { names: { id: 'job' } },
  retryJob: { names: { id: 'job' } },
  listShippingWork: { names: { order_id: 'order' } },
  retryShippingWork: { names: { id: 'booking' } },
  getProductCategory: { names: { id: 'category' } },
  updateProductCategory: { names: { id: 'category' }, input: () => ({ name: 'Dicuri' }) },
  deleteProductCategory: { names: { id: 'category' } },
  validateProductSku: { names: { product_meta_id: 'variation' }, input: () => ({ sku: 'BARU-1' }) },
  createProduct: {
    names: { category_id: 'category', 'variations.0.warehouse_stock.0.warehouse_id': 'warehouse' },
    input: (world) => ({
      name: 'Sepatu',
      product_type: 'S',
      category_id: world.ids.category,
      is_warehouse: '1',
      weight: 100,
      variations: [
        { sku: 'BARU-2', price: 1_000, warehouse_stock: [{ warehouse_id: world.ids.warehouse, stock: 1 }] },
      ],
    }),
  },
  getImport: { names: { id: 'product_import' } },
  listImportRows: { names: { id: 'product_import' } },
  getImportReport: { names: { id: 'product_import' } },
  applyImport: { names: { id: 'product_import' } },
  mapImportColumns: {
    names: { id: 'product_import' },
    input: () => ({ columns: [{ column: 1, read_as: 'name' }] }),
  },
  undoImport: { names: { id: 'product_import' } },
  getTariffImport: { names: { id: 'tariff_import' } },
  listTariffImportRows: { names: { id: 'tariff_import' } },
  applyTariffImport: { names: { id: 'tariff_import' } },
  getAwbImport: { names: { id: 'awb_import' } },
  listAwbImportRows: { names: { id: 'awb_import' } },
  applyAwbImport: { names: { id: 'awb_import' } },
  undoAwbImport: { names: { id: 'awb_import' } },
  setTariffs: {
    names: { 'rows.0.service_id': 'custom_courier' },
    input: () => ({ rows: [{ service_id: 1, zone: 'PAPUA', first_kg: 1_000, next_kg: 1_000 }] }),
  },
  removeTariffs: {
    names: { 'rows.0.service_id': 'custom_courier' },
    input: () => ({ rows: [{ service_id: 1, zone: 'PAPUA' }] }),
  },
  listZonePrices: { names: { service_id: 'custom_courier' } },
  listTariffs: { names: { service_id: 'custom_courier' } },
  downloadTariffs: { names: { service_id: 'custom_courier' }, input: () => ({ without_being_sent: true }) },
  createProducts: {
    names: {
      'products.0.category_id': 'category',
      'products.0.variations.0.warehouse_stock.0.warehouse_id': 'warehouse',
    },
    input: (world) => ({
      products: [
        {
          name: 'Sepatu',
          product_type: 'S',
          category_id: world.ids.category,
          is_warehouse: '1',
          weight: 100,
          variations: [
            {
              sku: 'BARU-3',
              price: 1_000,
              warehouse_stock: [{ warehouse_id: world.ids.warehouse, stock: 1 }],
            },
          ],
        },
      ],
    }),
  },
  updateProduct: {
    names: {
      id: 'product',
      category_id: 'category',
      'wholesale.0.id': 'wholesale',
      'variations.0.id': 'variation',
      'variations.0.warehouse_stock.0.warehouse_id': 'warehouse',
    },
    input: (world) => ({
      id: world.ids.product,
      name: 'Dicuri',
      product_type: 'S',
      category_id: world.ids.category,
      is_warehouse: '1',
      has_variation: 'Y',
      wholesale: [{ id: world.ids.wholesale, from: 3, to: 5, price: 1_000 }],
      variations: [
        { id: world.ids.variation, warehouse_stock: [{ warehouse_id: world.ids.warehouse, stock: 1 }] },
      ],
    }),
  },
  deleteProducts: { names: { 'id.0': 'product' }, input: () => ({ id: [0] }) },
  restoreProducts: { names: { 'id.0': 'product' }, input: () => ({ id: [0] }) },
  previewPrices: {
    names: { category: 'category', 'product_ids.0': 'product' },
    input: (_world, path) => ({
      field: 'price',
      change: 'SET',
      amount: 1_000,
      ...(path !== 'category' && { product_ids: [0] }),
    }),
  },
  changePrices: {
    names: { 'prices.0.variation_id': 'variation' },
    input: () => ({ field: 'price', prices: [{ variation_id: 0, from: 1_000, to: 2_000 }] }),
  },
  deleteVariations: { names: { 'id.0': 'variation' }, input: () => ({ id: [0] }) },
  getWholesaleMinimum: { names: { product_id: 'product' } },
  listVariations: { names: { customer_id: 'customer' } },
  searchProducts: { names: { category: 'category' } },
  listProducts: { names: { category: 'category' } },
  getProduct: { names: { product_id: 'product' } },
  createOrder: {
    names: {
      customer_sender_id: 'customer',
      customer_receiver_id: 'customer',
      supplier_id: 'supplier',
      order_source_id: 'order_source',
      'products.0.id': 'variation',
      'products.0.warehouse_id': 'warehouse',
      'products.0.promo_id': 'promo',
      'expedition.id': 'custom_courier',
      'expedition.promo.id': 'promo',
      'payment.bank_id': 'bank',
    },
    input: order,
  },
  issueBuyerCode: { names: { id: 'buyer' } },
  updateOrderSource: { names: { order_source_id: 'order_source' }, input: () => ({ note: 'Dicuri' }) },
  updateView: { names: { id: 'view' }, input: () => ({ title: 'Dicuri' }) },
  deleteView: { names: { id: 'view' } },
  updateExpense: { names: { id: 'expense' }, input: () => ({ title: 'Dicuri' }) },
  deleteExpense: { names: { id: 'expense' } },
  setJournalCodes: {
    names: { 'accounts.0.bank_id': 'bank' },
    input: () => ({ accounts: [{ account: 'BANK', code: '1-1' }] }),
  },
  listOrdersOfReport: { names: { user_id: 'user' }, input: () => ({ group: 'net-sales' }) },
  updateOrderCost: { names: { order_cost_id: 'order_cost' }, input: () => ({ name: 'Dicuri' }) },
  updateCustomCourier: {
    names: { id: 'custom_courier' },
    input: () => ({ name: 'Dicuri', fee: 1 }),
  },
  deleteCustomCourier: { names: { id: 'custom_courier' } },
  // A service of a courier, which all shops share: there is none with the ID of a custom courier.
  setCourierService: { names: { id: 'custom_courier' } },
  deleteOrderCost: { names: { order_cost_id: 'order_cost' } },
  removeOrderCost: { names: { order_cost_id: 'order_cost' } },
  updateOrder: EDITED_ORDER,
  previewOrderEdit: EDITED_ORDER,
  quoteOrder: {
    names: {
      customer_sender_id: 'customer',
      customer_receiver_id: 'customer',
      supplier_id: 'supplier',
      order_source_id: 'order_source',
      'payment.bank_id': 'bank',
      'products.0.id': 'variation',
      'products.0.warehouse_id': 'warehouse',
      'products.0.promo_id': 'promo',
      'expedition.id': 'custom_courier',
      'expedition.promo.id': 'promo',
    },
    input: order,
  },
  parseOrderText: { names: {}, input: () => ({ text: 'Nama: Rina\nHP: 0812-3456-7890' }) },
  getWholesalePrice: { names: { variation_id: 'variation' }, input: () => ({ qty: 3 }) },
  downloadOrders: {
    names: { order_source_id: 'order_source', user_id: 'user', bank_id: 'bank', warehouse_id: 'warehouse' },
    input: () => ({ without_being_sent: true }),
  },
  listOrders: {
    names: { order_source_id: 'order_source', user_id: 'user', bank_id: 'bank', warehouse_id: 'warehouse' },
  },
  getOrder: { names: { id: 'order' } },
  setShelves: {
    names: { warehouse_id: 'warehouse', 'shelves.0.variation_id': 'variation' },
    input: ({ ids }) => ({
      warehouse_id: ids.warehouse,
      shelves: [{ variation_id: ids.variation, shelf: 'A-01' }],
    }),
  },
  printLabels: { names: { 'order_ids.0': 'order' } },
  getPickList: { names: { 'order_ids.0': 'order' } },
  makePickList: { names: { 'order_ids.0': 'order' } },
  downloadBilling: { names: { id: 'billing' } },
  printInvoice: { names: { id: 'order' } },
  listCustomerReceivables: { names: { customer_id: 'customer' } },
  printStatement: { names: { customer_id: 'customer' } },
  printPackingSlips: { names: { 'order_ids.0': 'order' } },
  printManifest: { names: { 'order_ids.0': 'order' } },
  addAwbNumber: { names: { id: 'order' }, input: () => ({ awb_number: 'DICURI' }) },
  setShippingStatus: { names: { id: 'order' }, input: () => ({ status: 'DELIVERED' }) },
  listParcelsOfOrder: { names: { order_id: 'order' } },
  splitOrder: { names: { order_id: 'order' } },
  mergeShipments: { names: { order_id: 'order' } },
  listParcels: { names: { supplier_id: 'supplier' } },
  downloadParcels: { names: { supplier_id: 'supplier' } },
  requestPickup: {
    names: { 'pickup_request.0.id': 'order' },
    input: ({ ids }) => ({ pickup_request: [{ id: ids.order }] }),
  },
  cancelPickup: { names: { id: 'order' }, input: () => ({ reason: 'Stok rusak' }) },
  resendParcel: { names: { order_id: 'order' } },
  trackParcel: { names: { order_id: 'order' }, input: () => ({ awb_number: 'JP1', expedition_id: 1 }) },
  refreshTracking: { names: { order_id: 'order' } },
  addTrackingEvent: { names: { order_id: 'order' }, input: () => ({ status: 'DELIVERED' }) },
  removeParcel: { names: { order_id: 'order' } },
  announceReturn: { names: { order_id: 'order' }, input: () => ({ reason: 'Dicuri' }) },
  scanReturn: { names: {}, input: () => ({ code: 'PO#1' }) },
  getShippingPerformance: { names: {}, input: () => ({ group_by: 'courier' }) },
  getReturn: { names: { id: 'parcel_return' } },
  updateReturn: { names: { id: 'parcel_return' }, input: () => ({ state: 'CANCELED' }) },
  receiveReturn: {
    names: { id: 'parcel_return', warehouse_id: 'warehouse', 'lines.0.variation_id': 'variation' },
    input: ({ ids }) => ({
      id: ids.parcel_return,
      warehouse_id: ids.warehouse,
      lines: [{ variation_id: ids.variation, damaged: 1 }],
    }),
  },
  // Of a grouping, so that an ID of another shop finds nothing.
  listPerformanceParcels: {
    names: { id: 'customer' },
    input: () => ({ group_by: 'customer', figure: 'SENT' }),
  },
  settleReturn: { names: { id: 'parcel_return' } },
  setOrderCosts: { names: { id: 'order' }, input: () => ({ gateway_fee: 1_000 }) },
  updatePayment: {
    names: { id: 'order', 'payment.bank_id': 'bank' },
    input: (world) => ({
      id: world.ids.order,
      payment: { status: 'INSTALLMENT', amount: 1_000, date: '2026-01-05', bank_id: world.ids.bank },
    }),
  },
  cancelOrder: { names: { id: 'order' } },
  reactivateOrder: { names: { id: 'order' } },
  deleteCanceledOrder: { names: { order_id: 'order' } },
  deleteInstallment: {
    names: { order_id: 'order', payment_id: 'payment' },
    input: (world) => ({ order_id: world.ids.order }),
  },
  getOrderHistory: { names: { id: 'order' } },
  listPayments: { names: { id: 'order' } },
  listAvailableProducts: {
    names: { id: 'promo' },
    input: () => ({ keyword: 'sepatu', group: 'PROMO', type: 'PRODUCT' }),
  },
  createPromo: { names: { 'selected_items.products.0': 'product' }, input: promo },
  getPromo: { names: { id: 'promo' } },
  updatePromo: {
    names: { id: 'promo', 'selected_items.products.0': 'product' },
    input: (world) => ({ ...promo(world), id: world.ids.promo }),
  },
  deletePromo: { names: { id: 'promo' } },
  getBankAccount: { names: { id: 'bank' } },
  updateBankAccount: { names: { bank_id: 'bank' }, input: () => ({ bank_type: 'bca', branch: 'Dicuri' }) },
  deleteBankAccount: { names: { bank_id: 'bank' } },
  updateAdminFee: { names: { id: 'admin_fee' }, input: () => ({ nominal: 1_000, category_code: 'N' }) },
  ...BULK_IDS,
  ...CUSTOMER_IDS,
  ...CHECKOUT_IDS,
  ...MUTATION_IDS,
  ...MESSAGE_IDS,
  ...WEBHOOK_IDS,
  updateSupplier: { names: { supplier_id: 'supplier' }, input: () => ({ name: 'Dicuri' }) },
  createWarehouse: {
    names: { supplier_id: 'supplier', 'user_id.0': 'user' },
    input: (world) => ({
      warehouse: 'Baru',
      supplier_id: world.ids.supplier,
      user_id: [world.ids.user],
      is_active: true,
    }),
  },
  getWarehouse: { names: { id: 'warehouse' } },
  updateWarehouse: {
    names: { id: 'warehouse', supplier_id: 'supplier', 'user_id.0': 'user' },
    input: (world) => ({ id: world.ids.warehouse, warehouse: 'Dicuri', user_id: [world.ids.user] }),
  },
  deleteWarehouse: { names: { id: 'warehouse' } },
  checkProductStock: {
    names: { variation_id: 'variation', warehouse_id: 'warehouse' },
    input: (world) => ({ variation_id: world.ids.variation }),
  },
  listWarehouseStock: { names: { variation_id: 'variation' } },
  updateStock: {
    names: { variation_id: 'variation', 'stock.0.warehouse_id': 'warehouse' },
    input: (world) => ({
      variation_id: world.ids.variation,
      stock: [{ amount: 1, status: 'ADD', warehouse_id: world.ids.warehouse }],
      description: 'Dicuri',
    }),
  },
  syncStock: { names: { variation_id: 'variation' }, input: () => ({ amount: 0 }) },
  createTransfer: {
    names: {
      origin_warehouse_id: 'warehouse',
      destination_warehouse_id: 'warehouse',
      'stock_adjustment.0.variation_id': 'variation',
    },
    input: (world) => ({
      origin_warehouse_id: world.ids.warehouse,
      destination_warehouse_id: 0,
      description: 'Dicuri',
      stock_adjustment: [{ variation_id: world.ids.variation, transfer_stock: 1 }],
    }),
  },
  listTransfers: {
    names: { origin_warehouse_id: 'warehouse', destination_warehouse_id: 'warehouse', user_id: 'user' },
  },
  getTransfer: { names: { id: 'transfer' } },
  listTransferLines: { names: { id: 'transfer' } },
  searchTransferStock: {
    names: { warehouse_id: 'warehouse', product_id: 'product' },
    input: () => ({ warehouse_id: 0 }),
  },
  createOpname: {
    names: { warehouse_id: 'warehouse', 'stock_adjustment.0.variation_id': 'variation' },
    input: (world) => ({
      warehouse_id: world.ids.warehouse,
      description: 'Dicuri',
      stock_adjustment: [{ variation_id: world.ids.variation, warehouse_stock: 1 }],
    }),
  },
  listOpnames: { names: { warehouse_id: 'warehouse', user_id: 'user' } },
  getOpname: { names: { id: 'opname' } },
  listOpnameLines: { names: { id: 'opname' } },
  getOpnameTemplate: { names: { warehouse_id: 'warehouse' }, input: () => ({ warehouse_id: 0 }) },
  searchOpnameStock: {
    names: { warehouse_id: 'warehouse', product_id: 'product' },
    input: () => ({ warehouse_id: 0 }),
  },
  listStockHistory: {
    names: { id: 'variation', warehouse_id: 'warehouse' },
    input: (world) => ({ id: world.ids.variation }),
  },
  listStoreProducts: { names: { category_id: 'category' }, input: store },
  getBuyerOrder: { names: { order_id: 'order' }, input: store },
  endBuyerSession: { names: { session_id: 'buyer_session' }, input: store },
  listStoreRates: {
    names: { 'products.0.id': 'variation' },
    input: (world) => ({ ...store(world), district_id: 357_302, products: [{ qty: 1 }] }),
  },
  getStoreProduct: { names: { product_id: 'product' }, input: store },
  settleRefund: { names: { customer_id: 'customer' }, input: () => ({ method: 'BALANCE' }) },
  getCodInvoice: { names: { id: 'cod_invoice' } },
  downloadCodInvoiceCsv: { names: { id: 'cod_invoice' } },
  downloadCodInvoicePdf: { names: { invoice_id: 'cod_invoice' } },
  importCodPayout: { names: { bank_id: 'bank' }, input: () => ({ courier: 'jne' }) },
  recordCodPayout: {
    names: { bank_id: 'bank', invoice_id: 'cod_invoice', 'parcels.0.order_id': 'order' },
    input: (world) => ({ parcels: [{ order_id: world.ids.order, amount: 1_000 }] }),
  },
  getCodPayout: { names: { id: 'cod_payout' } },
  listCodPayoutLines: { names: { id: 'cod_payout' } },
  applyCodPayout: { names: { id: 'cod_payout' } },
  undoCodPayout: { names: { id: 'cod_payout' } },
  withdrawCodPayout: {
    names: { id: 'cod_payout', bank_id: 'bank' },
    input: (world) => ({ id: world.ids.cod_payout, bank_id: world.ids.bank, date: '2026-01-09' }),
  },
  resolveCodLine: {
    names: { id: 'cod_line', order_id: 'order' },
    input: (world) => ({ id: world.ids.cod_line, action: 'MATCH' }),
  },
};
