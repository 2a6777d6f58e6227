import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { pageOf } from '../../../kernel/paging.ts';
import { may } from '../../../kernel/permissions.ts';
import { pictureUrl, thumbnailUrl } from '../../pictures/index.ts';
import { loadProducts } from '../load-products.ts';
import type { ProductRow } from '../schemas.ts';
import { checkFilters } from './chosen-products.ts';
import { findPage } from './find-page.ts';
import type { SearchProductsInput } from './schemas.ts';

type Input = z.output<typeof SearchProductsInput>;

/**
 * A page of the products that match all filters, with their variations, in two statements: the IDs of the page, and the
 * products. There is one more where the total is not known yet, and two where the keyword is found with a typing error only.
 * @throws Refusal 403 if a filter would reveal purchase prices that the role cannot see
 */
export async function searchProducts(
  context: Context,
  input: Input,
): Promise<Page<z.input<typeof ProductRow>>> {
  checkFilters(context, input);
  const { ids, total } = await findPage(context, input);
  const products = await loadProducts(context, ids);
  const update_access = may(context.actor.role, 'catalog.write');
  const items = products.map(({ product, variations, wholesales, warehouses }) => ({
    ...product,
    wholesales,
    variations: variations.map(({ variation, images, primary_image }) => ({
      ...variation,
      image: pictureUrl(context, images, primary_image),
      thumbnail: thumbnailUrl(context, images, primary_image),
    })),
    update_access,
    warehouse: warehouses,
  }));
  return pageOf(input, total, items);
}
