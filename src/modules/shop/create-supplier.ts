import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { foundBy } from '../../kernel/not-found.ts';
import { emit } from '../../kernel/outbox.ts';
import { holdToLimit } from '../../kernel/shop-limit.ts';
import { findDistrictCode } from '../reference/index.ts';
import { shopLimits } from './limits.ts';
import type { CreateSupplierInput } from './schemas.ts';

/** Adds a supplier: an address that parcels leave from. */
export async function createSupplier(context: Context, input: z.output<typeof CreateSupplierInput>) {
  const district_code = foundBy('district_id', await findDistrictCode(context, input.district_id));
  return context.transaction(async (inner) => {
    const having = inner.db.selectFrom('suppliers').where('shop_id', '=', inner.shop.id);
    await holdToLimit(inner, shopLimits.suppliers, having);
    const supplier = await inner.db
      .insertInto('suppliers')
      .values({
        shop_id: inner.shop.id,
        name: input.name,
        district_code,
        address: input.address,
        phone: input.phone,
        description: input.description,
        created_at: inner.clock.now(),
      })
      .returning(['id as supplier_id', 'name'])
      .executeTakeFirstOrThrow();
    await emit(inner, 'supplier.created', supplier.supplier_id);
    return supplier;
  });
}
