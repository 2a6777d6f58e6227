import { page, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { changePrices } from './change-prices.ts';
import { previewPrices } from './preview-prices.ts';
import { ChangePricesInput, PreviewPricesInput, PricePreview, PricesChanged } from './schemas.ts';

const PATH = '/api/open/product/price';

export const priceRoutes: Route[] = [
  route({
    method: 'POST',
    path: `${PATH}/preview`,
    operation: 'previewPrices',
    section: 'Product',
    summary: 'Preview a change of many prices',
    description:
      'The old and the new price of all variations of a page of products; pages and totals are of products. Nothing is changed.',
    permission: 'catalog.write',
    repeatable: true,
    input: PreviewPricesInput,
    answer: page(PricePreview),
    run: previewPrices,
  }),
  route({
    method: 'PATCH',
    path: PATH,
    operation: 'changePrices',
    section: 'Product',
    summary: 'Change many prices',
    description:
      'Each price is changed if it still is `from`, and has a result of its own. Exchange `from` and `to` to put them back.',
    permission: 'catalog.write',
    input: ChangePricesInput,
    answer: success(PricesChanged, { en: 'Data successfully saved', id: 'Data berhasil disimpan' }),
    run: changePrices,
  }),
];
