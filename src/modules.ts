import { kernelModule } from './kernel/kernel-module.ts';
import type { Services } from './kernel/context.ts';
import type { Workers } from './kernel/jobs/queue.ts';
import type { Module } from './kernel/module.ts';
import { accountsModule } from './modules/accounts/module.ts';
import { billingModule } from './modules/billing/module.ts';
import { bulkOrdersModule } from './modules/bulk-orders/module.ts';
import { catalogModule } from './modules/catalog/module.ts';
import { checkoutModule } from './modules/checkout/module.ts';
import { couriersModule } from './modules/couriers/module.ts';
import { customersModule } from './modules/customers/module.ts';
import { expensesModule } from './modules/expenses/module.ts';
import { gatewayNewsModule } from './modules/gateway-news/module.ts';
import { homeModule } from './modules/home/module.ts';
import { inventoryModule } from './modules/inventory/module.ts';
import { invoicesModule } from './modules/invoices/module.ts';
import { ledgerModule } from './modules/ledger/module.ts';
import { messagesModule } from './modules/messages/module.ts';
import { mutationsModule } from './modules/mutations/module.ts';
import { notificationsModule } from './modules/notifications/module.ts';
import { openingModule } from './modules/opening/module.ts';
import { orderSettingsModule } from './modules/order-settings/module.ts';
import { orderTextModule } from './modules/order-text/module.ts';
import { orderpayModule } from './modules/orderpay/module.ts';
import { ordersModule } from './modules/orders/module.ts';
import { packagesModule } from './modules/packages/module.ts';
import { paymentsModule } from './modules/payments/module.ts';
import { picturesModule } from './modules/pictures/module.ts';
import { pricingModule } from './modules/pricing/module.ts';
import { productImportModule } from './modules/product-import/module.ts';
import { promosModule } from './modules/promos/module.ts';
import { referenceModule } from './modules/reference/module.ts';
import { reportsModule } from './modules/reports/module.ts';
import { sandboxModule } from './modules/sandbox/module.ts';
import { shippingModule } from './modules/shipping/module.ts';
import { shopModule } from './modules/shop/module.ts';
import { stockModule } from './modules/stock/module.ts';
import { storefrontModule } from './modules/storefront/module.ts';
import { viewsModule } from './modules/views/module.ts';
import { webhooksModule } from './modules/webhooks/module.ts';
import { workModule } from './modules/work/module.ts';

const features: readonly Module[] = [
  kernelModule,
  referenceModule,
  shopModule,
  packagesModule,
  accountsModule,
  workModule,
  stockModule,
  catalogModule,
  picturesModule,
  productImportModule,
  inventoryModule,
  pricingModule,
  promosModule,
  customersModule,
  couriersModule,
  ledgerModule,
  paymentsModule,
  sandboxModule,
  orderSettingsModule,
  orderTextModule,
  ordersModule,
  orderpayModule,
  shippingModule,
  storefrontModule,
  checkoutModule,
  bulkOrdersModule,
  mutationsModule,
  invoicesModule,
  messagesModule,
  billingModule,
  expensesModule,
  reportsModule,
  homeModule,
  gatewayNewsModule,
  notificationsModule,
  viewsModule,
  webhooksModule,
];

/**
 * The one list of modules of the product. Routes, jobs, tables, permissions, limits, the checks of doctor and the docs
 * are read from it. The order is that in which a shop is registered.
 */
export const modules: readonly Module[] = [...features, openingModule(features)];

/** All that the database holds sealed. */
export const sealedColumns = modules.flatMap((module) => module.sealed ?? []);

/** All that is done within the database. */
export const databaseFunctions = modules.flatMap((module) => module.functions ?? []);

/** What does the work of queues that are a module's own. */
export function moduleWorkers(services: Services): Workers {
  return Object.assign({}, ...modules.map(({ workers }) => workers?.(services) ?? {})) as Workers;
}

/** All that reads events. */
export const eventReaders = modules.flatMap((module) => module.readers ?? []);

/** The whole API. */
export const routes = modules.flatMap((module) => module.routes ?? []);
