import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { checkProducts, type NewProduct, type ProductFault } from './check-products.ts';
import { storeProducts, type StoredProduct } from './store-products.ts';

/**
 * Stores a product with its variations, wholesale steps and initial stock, all or nothing. Missing SKUs are generated.
 * However many requests arrive at once, a SKU is assigned once.
 * @throws Refusal 422 for a category or warehouse that does not belong to the shop, and for each SKU that is taken
 */
export async function createProduct(context: Context, input: NewProduct): Promise<StoredProduct> {
  return context.transaction(async (inner) => {
    const { skus, faults } = await checkProducts(inner, [input]);
    refuse(faults);
    const { stored, faults: taken } = await storeProducts(inner, [input], skus);
    refuse(taken);
    const [product] = stored;
    if (product === undefined) throw new Error('an inserted product gave no row');
    return product;
  });
}

function refuse(faults: readonly ProductFault[]): void {
  if (faults.length > 0) throw new Refusal(faults.map(({ part }) => part));
}
