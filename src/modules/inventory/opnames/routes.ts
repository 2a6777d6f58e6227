import { bare, data, file, page, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { XLSX_TYPE } from '../../../kernel/sheets/write-sheet.ts';
import { AdjustmentIdInput, FoundStock, ListLinesInput, SearchStockInput } from '../schemas.ts';
import { searchStock } from '../search-stock.ts';
import { createOpname } from './create-opname.ts';
import { getOpnameTemplate } from './get-opname-template.ts';
import { getOpname } from './get-opname.ts';
import { importOpname } from './import-opname.ts';
import { listOpnameLines } from './list-opname-lines.ts';
import { listOpnames } from './list-opnames.ts';
import {
  CreateOpnameInput,
  ImportOpnameInput,
  ListOpnamesInput,
  OpnameCreated,
  OpnameDetail,
  OpnameLine,
  OpnameRow,
  OpnamesImported,
  OpnameTemplateInput,
} from './schemas.ts';

export const opnameRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/stock-opname/import',
    operation: 'getOpnameTemplate',
    section: 'Stock Opname',
    summary: 'Download the stock opname template',
    permission: 'stock.read',
    input: OpnameTemplateInput,
    answer: file(XLSX_TYPE),
    run: getOpnameTemplate,
  }),
  route({
    method: 'POST',
    path: '/api/open/stock-opname/import',
    operation: 'importOpname',
    section: 'Stock Opname',
    summary: 'Import a stock opname',
    description:
      'Imports all rows or none. If any row is invalid, `message` lists the errors by `file.ROW.COLUMN`. With ' +
      '`partial`, the valid rows are imported.',
    permission: 'stock.write',
    upload: 'file',
    input: ImportOpnameInput,
    answer: success(OpnamesImported, { en: 'Import is in progress', id: 'Impor sedang diproses' }),
    run: importOpname,
  }),
  route({
    method: 'POST',
    path: '/api/open/stock-opname',
    operation: 'createOpname',
    section: 'Stock Opname',
    summary: 'Create a stock opname',
    description: 'Sets the stock of the warehouse to the counted quantities.',
    permission: 'stock.write',
    input: CreateOpnameInput,
    answer: success(OpnameCreated),
    run: createOpname,
  }),
  route({
    method: 'GET',
    path: '/api/open/stock-opname',
    operation: 'listOpnames',
    section: 'Stock Opname',
    summary: 'List stock opnames',
    permission: 'stock.read',
    input: ListOpnamesInput,
    answer: page(OpnameRow),
    run: listOpnames,
  }),
  route({
    method: 'GET',
    path: '/api/open/stock-opname/:id/detail',
    operation: 'getOpname',
    section: 'Stock Opname',
    summary: 'Get a stock opname',
    permission: 'stock.read',
    input: AdjustmentIdInput,
    answer: data(OpnameDetail),
    run: getOpname,
  }),
  route({
    method: 'GET',
    path: '/api/open/stock-opname/transaction',
    operation: 'listOpnameLines',
    section: 'Stock Opname',
    summary: 'List lines of a stock opname',
    permission: 'stock.read',
    input: ListLinesInput,
    answer: page(OpnameLine),
    run: listOpnameLines,
  }),
  route({
    method: 'GET',
    path: '/api/open/stock-opname/variation',
    operation: 'searchOpnameStock',
    section: 'Stock Opname',
    summary: 'Search stock for a stock opname',
    permission: 'stock.read',
    input: SearchStockInput,
    answer: bare(FoundStock),
    run: searchStock,
  }),
];
