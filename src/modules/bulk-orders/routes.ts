import { page, success } from '../../kernel/http/answer.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { previewBulkOrders } from './preview-bulk-orders.ts';
import { getBulkRun, listBulkRunOrders, listBulkRuns } from './read-bulk-runs.ts';
import { retryBulkRun } from './retry-bulk-run.ts';
import {
  BulkOrdersInput,
  BulkOrdersPreview,
  BulkRun,
  BulkRunIdInput,
  BulkRunOrder,
  BulkRunRow,
  ListBulkRunOrdersInput,
  ListBulkRunsInput,
  RetryBulkRunInput,
} from './schemas.ts';
import { startBulkOrders } from './start-bulk-orders.ts';
import { stopBulkRun } from './stop-bulk-run.ts';

const PATH = '/api/open/bulk/order';
const section = 'Bulk Order';
const permission = 'orders.bulk';

export const bulkOrderRoutes: Route[] = [
  route({
    method: 'POST',
    path: `${PATH}/preview`,
    operation: 'previewBulkOrders',
    section,
    summary: 'Preview an action on many orders',
    description:
      'How many orders it is of, with how many it can be done, why not with others, and the money that would be entered. Each order is ' +
      'tried by the rules of the operation on one, the oldest first, at most 500 in 0.7 seconds. Nothing is changed.',
    permission,
    repeatable: true,
    input: BulkOrdersInput,
    answer: success(BulkOrdersPreview),
    run: previewBulkOrders,
  }),
  route({
    method: 'POST',
    path: PATH,
    operation: 'startBulkOrders',
    section,
    summary: 'Start an action on many orders',
    description:
      'The orders are fixed at once, at most 10,000. A job then does them one by one, each like the operation on one order, with the ' +
      'permissions that you have at that moment. Send an Idempotency-Key so that a repeated request starts nothing twice.',
    permission,
    status: 201,
    input: BulkOrdersInput,
    answer: success(BulkRun, { en: 'The orders are being processed', id: 'Pesanan sedang diproses' }),
    run: startBulkOrders,
  }),
  route({
    method: 'GET',
    path: PATH,
    operation: 'listBulkRuns',
    section,
    summary: 'List actions on many orders',
    permission,
    input: ListBulkRunsInput,
    answer: page(BulkRunRow),
    run: listBulkRuns,
  }),
  route({
    method: 'GET',
    path: `${PATH}/:id`,
    operation: 'getBulkRun',
    section,
    summary: 'Get an action on many orders',
    description: 'With its progress.',
    permission,
    input: BulkRunIdInput,
    answer: success(BulkRun),
    run: getBulkRun,
  }),
  route({
    method: 'GET',
    path: `${PATH}/:id/rows`,
    operation: 'listBulkRunOrders',
    section,
    summary: 'List the orders of an action on many',
    description: 'What became of each, and why.',
    permission,
    input: ListBulkRunOrdersInput,
    answer: page(BulkRunOrder),
    run: listBulkRunOrders,
  }),
  route({
    method: 'POST',
    path: `${PATH}/:id/stop`,
    operation: 'stopBulkRun',
    section,
    summary: 'Stop an action on many orders',
    description: 'Orders that wait are not processed any more. What was done stays.',
    permission,
    input: BulkRunIdInput,
    answer: success(BulkRun, { en: 'Stopped', id: 'Dihentikan' }),
    run: stopBulkRun,
  }),
  route({
    method: 'POST',
    path: `${PATH}/:id/retry`,
    operation: 'retryBulkRun',
    section,
    summary: 'Process orders again that have failed',
    description: 'In your name, with your permissions.',
    permission,
    input: RetryBulkRunInput,
    answer: success(BulkRun, { en: 'The orders are being processed', id: 'Pesanan sedang diproses' }),
    run: retryBulkRun,
  }),
];
