import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { kernelErrors } from '../../kernel/errors.ts';
import { foundBy } from '../../kernel/not-found.ts';
import { emit } from '../../kernel/outbox.ts';
import { findDistrictCode } from '../reference/index.ts';
import type { UpdateSupplierInput } from './schemas.ts';

/** Updates the given fields of a supplier. Existing orders keep the previous address. */
export async function updateSupplier(context: Context, input: z.output<typeof UpdateSupplierInput>) {
  const district_code = await chosenDistrict(context, input.district_id);
  return context.transaction(async (inner) => {
    const supplier = await inner.db
      .updateTable('suppliers')
      // With the name as it is at least, so that there is always something to set.
      .set((column) => ({
        name: input.name ?? column.ref('name'),
        ...(district_code !== undefined && { district_code }),
        ...(input.address !== undefined && { address: input.address }),
        ...(input.phone !== undefined && { phone: input.phone }),
        ...(input.description !== undefined && { description: input.description ?? '' }),
      }))
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', input.supplier_id)
      .returning(['id as supplier_id', 'name'])
      .executeTakeFirst();
    if (supplier === undefined) throw kernelErrors.refuse('not_found');
    await emit(inner, 'supplier.updated', supplier.supplier_id);
    return supplier;
  });
}

/** @throws Refusal 422 on `district_id` where it names no district */
async function chosenDistrict(
  context: Context,
  district_id: number | undefined,
): Promise<number | undefined> {
  if (district_id === undefined) return undefined;
  return foundBy('district_id', await findDistrictCode(context, district_id));
}
