import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { priceListOf } from '../packages/index.ts';
import type { PackageForSale } from './schemas.ts';

/** What the shop can order; nothing where shops do not pay for packages. */
export function listOffers({ config }: Context): Promise<z.input<typeof PackageForSale>[]> {
  const packages = config.BILLING === 'off' ? [] : priceListOf(config).packages;
  return Promise.resolve(
    packages.map(({ price_idr, level: _level, limits = null, ...offer }) => ({
      ...offer,
      price: price_idr,
      limits,
    })),
  );
}
