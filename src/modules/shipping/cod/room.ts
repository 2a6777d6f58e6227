import {
  findInvoiceDifferences,
  findLineDifferences,
  findNumberDifferences,
  findParcelDifferences,
  findPaymentDifferences,
  findPayoutDifferences,
  findReceivableDifferences,
  findSentBackDifferences,
} from './differences.ts';
import type { Module } from '../../../kernel/module.ts';
import { codEntries } from './enter-parcels.ts';
import './errors.ts';
import { codLimits } from './limits.ts';
import { codInvoices } from './make-invoices.ts';
import { deliveredLinesJob } from './match-delivered.ts';
import { codPermissions } from './permissions.ts';
import { payoutJob } from './process-payout.ts';
import { codRoutes } from './routes.ts';

/** What this room contributes to the module. */
export const codRoom = {
  tables: [
    'cod_parcels',
    'cod_entries',
    'cod_invoices',
    'cod_counters',
    'cod_payouts',
    'cod_payout_lines',
    'cod_settlements',
  ],
  readers: [codEntries],
  permissions: codPermissions,
  limits: codLimits,
  routes: codRoutes,
  jobs: [payoutJob, deliveredLinesJob],
  schedules: (services) => [codInvoices(services)],
  checks: [
    { title: 'COD parcels are the sums of their entries and settlements', find: findParcelDifferences },
    {
      title: 'COD parcels that were received are reversed, unless the buyer sent them back',
      find: findSentBackDifferences,
    },
    {
      title: 'COD invoices are the sums of their entries, and complete when paid',
      find: findInvoiceDifferences,
    },
    { title: 'COD invoices are numbered without a gap', find: findNumberDifferences },
    { title: 'COD payout lines are the sums of their settlements', find: findLineDifferences },
    { title: 'COD payouts are the sums of what they settled', find: findPayoutDifferences },
    { title: 'the ledger says of couriers what their parcels say', find: findReceivableDifferences },
    { title: 'payments by COD payouts are those of their lines', find: findPaymentDifferences },
  ],
} satisfies Omit<Module, 'name'>;
