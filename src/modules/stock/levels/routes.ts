import { z } from 'zod';
import { data, page, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { checkStock } from './check-stock.ts';
import { listStockHistory } from './list-stock-history.ts';
import { listWarehouseStock } from './list-warehouse-stock.ts';
import {
  CheckedStock,
  CheckStockInput,
  ListStockHistoryInput,
  StockHistoryRow,
  StockHistoryTitle,
  StockSynced,
  StockUpdated,
  SyncStockInput,
  UpdateStockInput,
  VariationIdInput,
  WarehouseStock,
} from './schemas.ts';
import { syncStock } from './sync-stock.ts';
import { updateStock } from './update-stock.ts';

export const levelRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/product/check-stock',
    operation: 'checkProductStock',
    tagged: 'DAY',
    section: 'Product',
    summary: 'Check the stock of a variation',
    permission: 'stock.read',
    input: CheckStockInput,
    answer: success(CheckedStock),
    run: checkStock,
  }),
  route({
    method: 'GET',
    path: '/api/open/product/history/warehouse/:variation_id',
    operation: 'listWarehouseStock',
    tagged: 'DAY',
    section: 'Product',
    summary: 'List stock by warehouse',
    permission: 'stock.read',
    input: VariationIdInput,
    answer: data(z.array(WarehouseStock)),
    run: listWarehouseStock,
  }),
  route({
    method: 'GET',
    path: '/api/open/product/history',
    operation: 'listStockHistory',
    tagged: 'MINUTE',
    section: 'Product',
    summary: 'List stock movements',
    permission: 'stock.read',
    input: ListStockHistoryInput,
    answer: page(StockHistoryRow, StockHistoryTitle),
    run: listStockHistory,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/product/update-stock',
    operation: 'updateStock',
    section: 'Product',
    summary: 'Adjust or move the stock of a variation',
    permission: 'stock.write',
    input: UpdateStockInput,
    answer: success(StockUpdated),
    run: updateStock,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/product/sync-stock',
    operation: 'syncStock',
    section: 'Product',
    summary: 'Sync the total stock of a variation',
    description:
      'The difference is booked on the main warehouse. The stock of other warehouses does not change.',
    permission: 'stock.write',
    input: SyncStockInput,
    answer: success(StockSynced),
    run: syncStock,
  }),
];
