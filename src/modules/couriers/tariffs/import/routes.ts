import { bare, file, orFile, page, success } from '../../../../kernel/http/answer.ts';
import { route, type Route } from '../../../../kernel/http/route.ts';
import { XLSX_TYPE } from '../../../../kernel/sheets/write-sheet.ts';
import { tariffLimits } from '../limits.ts';
import { applyTariffImport } from './apply-import.ts';
import { getTariffImport, listTariffImportRows, listTariffImports } from './read-imports.ts';
import {
  ApplyTariffImportInput,
  DownloadTariffsInput,
  ListTariffImportRowsInput,
  ListTariffImportsInput,
  TariffDownloadRequested,
  TariffImport,
  TariffImportIdInput,
  TariffImportRow,
  TariffTemplateInput,
  UploadTariffImportInput,
} from './schemas.ts';
import { downloadTariffs, getTariffTemplate } from './tariff-sheets.ts';
import { uploadTariffImport } from './upload-import.ts';

const PATH = '/api/open/setting/courier/tariff';
const section = 'Setting Storefront Courier';
const permission = 'shop.write';

export const tariffImportRoutes: Route[] = [
  route({
    method: 'GET',
    path: `${PATH}/download`,
    operation: 'downloadTariffs',
    changes: true,
    section,
    summary: "Download the shop's own tariff",
    description:
      'The user receives a mail with a download link. With `without_being_sent`, the response is the file itself. The ' +
      'file can be imported again.',
    permission: 'shop.read',
    input: DownloadTariffsInput,
    answer: orFile(bare(TariffDownloadRequested), XLSX_TYPE),
    run: downloadTariffs,
  }),
  route({
    method: 'GET',
    path: `${PATH}/import/template`,
    operation: 'getTariffTemplate',
    section,
    summary: 'Download the tariff import template',
    permission,
    input: TariffTemplateInput,
    answer: file(XLSX_TYPE),
    run: getTariffTemplate,
  }),
  route({
    method: 'POST',
    path: `${PATH}/import`,
    operation: 'uploadTariffImport',
    section,
    summary: 'Upload a tariff import and preview it',
    description: 'Checks the file and returns a preview. Nothing is changed yet.',
    permission,
    upload: 'file',
    upload_bytes: tariffLimits.tariff_import_bytes,
    input: UploadTariffImportInput,
    answer: success(TariffImport),
    run: uploadTariffImport,
  }),
  route({
    method: 'GET',
    path: `${PATH}/import`,
    operation: 'listTariffImports',
    section,
    summary: 'List tariff imports',
    permission,
    input: ListTariffImportsInput,
    answer: page(TariffImport),
    run: listTariffImports,
  }),
  route({
    method: 'GET',
    path: `${PATH}/import/:id`,
    operation: 'getTariffImport',
    section,
    summary: 'Get a tariff import',
    permission,
    input: TariffImportIdInput,
    answer: success(TariffImport),
    run: getTariffImport,
  }),
  route({
    method: 'GET',
    path: `${PATH}/import/:id/rows`,
    operation: 'listTariffImportRows',
    section,
    summary: 'List rows of a tariff import',
    permission,
    input: ListTariffImportRowsInput,
    answer: page(TariffImportRow),
    run: listTariffImportRows,
  }),
  route({
    method: 'POST',
    path: `${PATH}/import/:id/apply`,
    operation: 'applyTariffImport',
    section,
    summary: 'Apply a tariff import',
    description:
      'Sets all rows or none. With `partial`, the valid rows are set. Large imports are applied by a job. Rows of the ' +
      'tariff that are not in the file stay as they are.',
    permission,
    input: ApplyTariffImportInput,
    answer: success(TariffImport),
    run: applyTariffImport,
  }),
];
