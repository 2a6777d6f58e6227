import { file, page, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { XLSX_TYPE } from '../../../kernel/sheets/write-sheet.ts';
import { applyAwbImport } from './apply-import.ts';
import { getAwbTemplate } from './get-template.ts';
import { awbImportLimits } from './limits.ts';
import { getAwbImport, listAwbImportRows, listAwbImports } from './read-imports.ts';
import {
  AwbImport,
  AwbImportIdInput,
  AwbImportRow,
  AwbTemplateInput,
  ListAwbImportRowsInput,
  ListAwbImportsInput,
  UploadAwbImportInput,
} from './schemas.ts';
import { undoAwbImport } from './undo-import.ts';
import { uploadAwbImport } from './upload-import.ts';

const PATH = '/api/open/shipping/awb-import';
const section = 'Shipment';
const permission = 'orders.ship';

export const awbImportRoutes: Route[] = [
  route({
    method: 'GET',
    path: `${PATH}/template`,
    operation: 'getAwbTemplate',
    section,
    summary: 'Download the AWB import template',
    permission,
    input: AwbTemplateInput,
    answer: file(XLSX_TYPE),
    run: getAwbTemplate,
  }),
  route({
    method: 'POST',
    path: PATH,
    operation: 'uploadAwbImport',
    section,
    summary: 'Upload an AWB import and preview it',
    description:
      'Finds the parcel of each row by the order number, else by phone number, name and day of the receiver, and returns a ' +
      'preview. Nothing is changed yet.',
    permission,
    upload: 'file',
    upload_bytes: awbImportLimits.awb_import_bytes,
    input: UploadAwbImportInput,
    answer: success(AwbImport),
    run: uploadAwbImport,
  }),
  route({
    method: 'GET',
    path: PATH,
    operation: 'listAwbImports',
    section,
    summary: 'List AWB imports',
    permission,
    input: ListAwbImportsInput,
    answer: page(AwbImport),
    run: listAwbImports,
  }),
  route({
    method: 'GET',
    path: `${PATH}/:id`,
    operation: 'getAwbImport',
    section,
    summary: 'Get an AWB import',
    permission,
    input: AwbImportIdInput,
    answer: success(AwbImport),
    run: getAwbImport,
  }),
  route({
    method: 'GET',
    path: `${PATH}/:id/rows`,
    operation: 'listAwbImportRows',
    section,
    summary: 'List rows of an AWB import',
    permission,
    input: ListAwbImportRowsInput,
    answer: page(AwbImportRow),
    run: listAwbImportRows,
  }),
  route({
    method: 'POST',
    path: `${PATH}/:id/apply`,
    operation: 'applyAwbImport',
    section,
    summary: 'Apply an AWB import',
    description:
      'Sets the AWB numbers of the matched rows; every row is checked again first. More than 500 are set by a job.',
    permission,
    input: AwbImportIdInput,
    answer: success(AwbImport),
    run: applyAwbImport,
  }),
  route({
    method: 'POST',
    path: `${PATH}/:id/undo`,
    operation: 'undoAwbImport',
    section,
    summary: 'Undo an AWB import',
    description:
      'Removes the AWB numbers that it has set. Parcels that were changed since keep theirs. More than 500 are removed by ' +
      'a job.',
    permission,
    input: AwbImportIdInput,
    answer: success(AwbImport),
    run: undoAwbImport,
  }),
];
