import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { absoluteAddress, relativeAddress } from '../../kernel/files/index.ts';
import { emit } from '../../kernel/outbox.ts';
import type { UpdateGeneralInfoInput } from './schemas.ts';

/** Updates what customers see of the shop. The file of a logo that is no longer referenced stays. */
export async function updateGeneralInfo(context: Context, input: z.output<typeof UpdateGeneralInfoInput>) {
  return context.transaction(async (inner) => {
    const shop = await inner.db
      .updateTable('shops')
      .set({
        name: input.shop_name,
        phone: input.phone,
        address: input.address,
        ...(input.description !== undefined && { description: input.description ?? '' }),
        ...(input.logo !== undefined && {
          logo_url: input.logo === null ? null : relativeAddress(inner.base_url, input.logo),
        }),
      })
      .where('id', '=', inner.shop.id)
      .returning(['name', 'address', 'description', 'phone', 'logo_url'])
      .executeTakeFirstOrThrow();
    await emit(inner, 'shop.updated', inner.shop.id);
    return {
      shop_name: shop.name,
      address: shop.address,
      description: shop.description,
      phone: shop.phone,
      logo: shop.logo_url === null ? null : absoluteAddress(inner.base_url, shop.logo_url),
    };
  });
}
