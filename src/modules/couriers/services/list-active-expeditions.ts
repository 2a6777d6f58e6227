import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { itemsBefore, pageOf } from '../../../kernel/paging.ts';
import { courierBadge, couriers } from '../../reference/index.ts';
import { customExpeditionOf, expeditionOf } from './expeditions.ts';
import { loadShopServices } from './load-shop-services.ts';
import type { ActiveExpedition, ListActiveExpeditionsInput } from './schemas.ts';

/** The badge of couriers that are none of the reference. */
const MANUAL = 'manual';

/** A page of the services that the shop offers, courier by courier, and its custom couriers, by a part of the courier's name. */
export async function listActiveExpeditions(
  context: Context,
  input: z.output<typeof ListActiveExpeditionsInput>,
): Promise<Page<z.input<typeof ActiveExpedition>>> {
  const { active, custom } = await loadShopServices(context);
  const logo = (code: string) => ({ logo_url: context.base_url + courierBadge(code) });
  const services = couriers.flatMap((courier) =>
    active
      .filter(({ courier_id }) => courier_id === courier.id)
      .map((service) => ({ ...expeditionOf(service), ...logo(courier.code) })),
  );
  const offered = [
    ...services,
    ...custom.map((courier) => ({ ...customExpeditionOf(courier), ...logo(MANUAL) })),
  ];
  const keyword = input.keyword?.toLowerCase() ?? '';
  const found = offered.filter(({ logistic_name }) => logistic_name.toLowerCase().includes(keyword));
  const start = itemsBefore(input);
  return pageOf(input, found.length, found.slice(start, start + input.per_page));
}
