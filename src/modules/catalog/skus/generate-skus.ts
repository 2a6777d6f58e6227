import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { chooseSkus, findTakenSkus, proposeSkus } from '../free-skus.ts';
import type { GenerateSkusInput } from './schemas.ts';

/** A new SKU for each product that no variation of the shop currently has. Nothing is stored. */
export async function generateSkus(context: Context, input: z.output<typeof GenerateSkusInput>) {
  const proposals = input.products.map((product) => proposeSkus(context, product));
  const taken = await findTakenSkus(context, proposals.flat());
  const skus = chooseSkus(proposals, taken);
  return input.products.map((product, index) => ({ ...product, sku: skus[index] as string }));
}
