import { bare, orFile } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { XLSX_TYPE } from '../../../kernel/sheets/write-sheet.ts';
import { downloadProducts } from './download-products.ts';
import { DownloadProductsInput, DownloadRequested } from './schemas.ts';

export const sheetRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/product/download',
    operation: 'downloadProducts',
    changes: true,
    section: 'Product',
    summary: 'Download products',
    description:
      'The user receives a mail with a download link. With `without_being_sent`, the response is the file ' +
      'itself.',
    permission: 'catalog.read',
    input: DownloadProductsInput,
    answer: orFile(bare(DownloadRequested), XLSX_TYPE),
    run: downloadProducts,
  }),
];
