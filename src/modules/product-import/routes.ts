import { file, page, success } from '../../kernel/http/answer.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { XLSX_TYPE } from '../../kernel/sheets/write-sheet.ts';
import { applyImport } from './apply-import.ts';
import { getImport } from './get-import.ts';
import { getReport } from './get-report.ts';
import { getTemplate } from './get-template.ts';
import { productImportLimits } from './limits.ts';
import { listImportRows } from './list-import-rows.ts';
import { listImports } from './list-imports.ts';
import { mapColumns } from './map-columns.ts';
import {
  ApplyImportInput,
  Import,
  ImportDetail,
  ImportIdInput,
  ImportRowAnswer,
  ListImportRowsInput,
  ListImportsInput,
  MapColumnsInput,
  TemplateInput,
  UploadImportInput,
} from './schemas.ts';
import { undoImport } from './undo-import.ts';
import { uploadImport } from './upload-import.ts';

const PATH = '/api/open/product/import';
const section = 'Product';
const permission = 'catalog.write';

export const productImportRoutes: Route[] = [
  route({
    method: 'GET',
    path: `${PATH}/template`,
    operation: 'getImportTemplate',
    section,
    summary: 'Download the product import template',
    permission,
    input: TemplateInput,
    answer: file(XLSX_TYPE),
    run: getTemplate,
  }),
  route({
    method: 'POST',
    path: PATH,
    operation: 'uploadImport',
    section,
    summary: 'Upload a product import and preview it',
    description:
      'Checks the file and returns a preview. Nothing is changed yet. Rows with a SKU that exists in the shop ' +
      'update that variation, all others create one. Large files are checked by a job.',
    permission,
    upload: 'file',
    upload_bytes: productImportLimits.import_bytes,
    input: UploadImportInput,
    answer: success(ImportDetail),
    run: uploadImport,
  }),
  route({
    method: 'GET',
    path: PATH,
    operation: 'listImports',
    section,
    summary: 'List product imports',
    permission,
    input: ListImportsInput,
    answer: page(Import),
    run: listImports,
  }),
  route({
    method: 'GET',
    path: `${PATH}/:id`,
    operation: 'getImport',
    section,
    summary: 'Get a product import',
    permission,
    input: ImportIdInput,
    answer: success(ImportDetail),
    run: getImport,
  }),
  route({
    method: 'POST',
    path: `${PATH}/:id/columns`,
    operation: 'mapImportColumns',
    section,
    summary: 'Map the columns of a product import',
    description:
      'Says what columns of the file are, and checks it anew. The choice is kept for later files with the same titles.',
    permission,
    input: MapColumnsInput,
    answer: success(ImportDetail),
    run: mapColumns,
  }),
  route({
    method: 'GET',
    path: `${PATH}/:id/rows`,
    operation: 'listImportRows',
    section,
    summary: 'List rows of a product import',
    permission,
    input: ListImportRowsInput,
    answer: page(ImportRowAnswer),
    run: listImportRows,
  }),
  route({
    method: 'GET',
    path: `${PATH}/:id/report`,
    operation: 'getImportReport',
    section,
    summary: 'Download the report of a product import',
    permission,
    input: ImportIdInput,
    answer: file(XLSX_TYPE),
    run: getReport,
  }),
  route({
    method: 'POST',
    path: `${PATH}/:id/apply`,
    operation: 'applyImport',
    section,
    summary: 'Apply a product import',
    description: 'Applies all rows or none. With `partial`, the valid rows are applied. Runs as a job.',
    permission,
    input: ApplyImportInput,
    answer: success(ImportDetail),
    run: applyImport,
  }),
  route({
    method: 'POST',
    path: `${PATH}/:id/undo`,
    operation: 'undoImport',
    section,
    summary: 'Undo a product import',
    description:
      'Possible as long as none of the imported products has been changed, sold or moved. Runs as a job.',
    permission,
    input: ImportIdInput,
    answer: success(ImportDetail),
    run: undoImport,
  }),
];
