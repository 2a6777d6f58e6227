import { bare, data, page, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { AdjustmentIdInput, FoundStock, ListLinesInput, SearchStockInput } from '../schemas.ts';
import { searchStock } from '../search-stock.ts';
import { createTransfer } from './create-transfer.ts';
import { getTransfer } from './get-transfer.ts';
import { listTransferLines } from './list-transfer-lines.ts';
import { listTransfers } from './list-transfers.ts';
import {
  CreateTransferInput,
  ListTransfersInput,
  TransferDetail,
  TransferLine,
  TransferRow,
} from './schemas.ts';

export const transferRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/open/stock-transfer',
    operation: 'createTransfer',
    section: 'Stock Transfer',
    summary: 'Create a stock transfer',
    permission: 'stock.write',
    input: CreateTransferInput,
    answer: success(TransferRow),
    run: createTransfer,
  }),
  route({
    method: 'GET',
    path: '/api/open/stock-transfer',
    operation: 'listTransfers',
    section: 'Stock Transfer',
    summary: 'List stock transfers',
    permission: 'stock.read',
    input: ListTransfersInput,
    answer: page(TransferRow),
    run: listTransfers,
  }),
  route({
    method: 'GET',
    path: '/api/open/stock-transfer/:id/detail',
    operation: 'getTransfer',
    section: 'Stock Transfer',
    summary: 'Get a stock transfer',
    permission: 'stock.read',
    input: AdjustmentIdInput,
    answer: data(TransferDetail),
    run: getTransfer,
  }),
  route({
    method: 'GET',
    path: '/api/open/stock-transfer/transaction',
    operation: 'listTransferLines',
    section: 'Stock Transfer',
    summary: 'List lines of a stock transfer',
    permission: 'stock.read',
    input: ListLinesInput,
    answer: page(TransferLine),
    run: listTransferLines,
  }),
  route({
    method: 'GET',
    path: '/api/open/stock-transfer/variation',
    operation: 'searchTransferStock',
    section: 'Stock Transfer',
    summary: 'Search stock for a stock transfer',
    permission: 'stock.read',
    input: SearchStockInput,
    answer: bare(FoundStock),
    run: searchStock,
  }),
];
