import { readFileSync } from 'node:fs';
import { STORE } from '../contract/store-scenes.ts';
import { FIRST } from './row-parts.ts';

/* oxlint-disable typescript/no-explicit-any -- of the OpenAPI document only what is needed is read */

/** What lists that are of one thing are asked for. */
const OF: Record<string, Record<string, unknown>> = {
  listTransferLines: { id: FIRST + 1 },
  listOpnameLines: { id: FIRST + 1 },
  listImportRows: { id: FIRST + 1 },
  listStockHistory: { id: FIRST + 1 },
  listCustomerOrders: { id: FIRST + 1 },
  getOrderHistory: { id: FIRST + 1 },
  listPayments: { id: FIRST + 1 },
  getOrder: { id: FIRST + 1 },
  printInvoice: { id: FIRST + 1 },
  downloadBilling: { id: FIRST + 1 },
  listCustomerReceivables: { customer_id: FIRST + 1 },
  printStatement: { customer_id: FIRST + 1 },
  getProduct: { product_id: FIRST + 1 },
  getPromo: { id: FIRST + 1 },
  getCodInvoice: { id: '00000001' },
  getCodPayout: { id: FIRST + 1 },
  listCodPayoutLines: { id: FIRST + 1 },
  getBulkRun: { id: FIRST + 1 },
  listBulkRunOrders: { id: FIRST + 1 },
  getBroadcast: { id: FIRST + 1 },
  getOrderMessage: { id: FIRST + 1 },
  getOrderMessages: { order_id: FIRST + 1 },
  getMutation: { id: FIRST + 3 },
  getMutationImport: { id: FIRST + 1 },
  listMutationImportRows: { id: FIRST + 1 },
  listWebhookDeliveries: { webhook_id: FIRST + 1 },
  getWebhookDelivery: { id: FIRST + 1 },
  listViews: { list: 'orders' },
  listClosedOrders: { type: 'CANCEL' },
  getReportDetail: { group: 'gross-profit' },
  listOrdersOfReport: { group: 'net-sales' },
  searchTransferStock: { warehouse_id: 0 },
  searchOpnameStock: { warehouse_id: 0 },
  searchRegions: { keyword: 'malang', per_page: 10, pagination_offset: 1 },
  searchStoreDistricts: { ...STORE, keyword: 'malang' },
  listStoreCategories: STORE,
  listStoreProducts: STORE,
  getStoreProduct: { ...STORE, product_id: FIRST + 1 },
};

/** What some values need beside them. */
const WITH: Record<string, Record<string, unknown>> = { BY_MONTH: { month: 1, year: 26 } };

const VALUES: Record<string, unknown[]> = {
  keyword: ['gamis', 'a', 'isi-49', 'premium 49', '62810000', 'agus aminah', 'zqxv'],
  start_date: ['2020-01-01'],
  create_from: ['2020-01-01'],
  category: ['UNCATEGORIZED', 'ARCHIVED', String(FIRST + 1)],
  pagination_offset: [40],
  subject: ['product'],
  subject_id: [FIRST + 1],
  product_id: [FIRST + 1],
  category_id: [FIRST + 1],
  customer_id: [FIRST + 1],
  broadcast_id: [FIRST + 1],
  order_id: [FIRST + 1],
  order_source_id: [FIRST + 1],
  bank_id: [FIRST + 1],
  warehouse_id: [0, FIRST + 1],
  origin_warehouse_id: [FIRST + 1],
  destination_warehouse_id: [FIRST + 1],
  expedition_id: [1],
  pickup: [1],
};

/** Each list of the API by itself, and with each value of each of its parameters: from its own description. */
export function listCalls(): { operation: string; input: Record<string, unknown> }[] {
  const document = readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8');
  const paths = Object.values(JSON.parse(document).paths) as any[];
  const reading = paths.map((path) => path.get).filter((operation) => operation !== undefined);
  return reading
    .filter(
      ({ operationId }) =>
        !/^download|^getDownload$|^getOpnameTemplate$|^getXenditBalance$/.test(operationId),
    )
    .flatMap(({ operationId: operation, parameters = [] }: { operationId: string; parameters?: any[] }) => {
      const of = OF[operation] ?? {};
      const needed = parameters.filter(({ required, name }) => required === true && !(name in of));
      if (needed.length > 0) return [];
      const named = parameters
        .filter(({ name }) => !(name in of) || operation === 'searchRegions')
        .flatMap(({ name, schema }) =>
          valuesOf(name, schema).map((value) => ({ ...of, [name]: value, ...WITH[String(value)] })),
        );
      return [of, ...named].map((input) => ({ operation, input }));
    });
}

function valuesOf(name: string, schema: any): unknown[] {
  if (schema.enum !== undefined) return schema.enum;
  if (schema.type === 'boolean') return [true, false];
  if (name === 'per_page') return [schema.maximum ?? 50];
  return VALUES[name] ?? [];
}
