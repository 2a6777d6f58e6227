import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import type { Page } from '../../kernel/http/answer.ts';
import { itemsBefore, pageOf } from '../../kernel/paging.ts';
import { courierBadge, courierServices, findCourier } from '../reference/index.ts';
import { expeditionOf } from './expeditions.ts';
import type { ActiveExpedition, ListActiveExpeditionsInput } from './schemas.ts';

/** A page of the services of the couriers that the shop offers, by a part of the courier's name. */
export async function listActiveExpeditions(
  context: Context,
  input: z.output<typeof ListActiveExpeditionsInput>,
): Promise<Page<z.input<typeof ActiveExpedition>>> {
  const { active_courier_ids } = await context.db
    .selectFrom('shops')
    .select('active_courier_ids')
    .where('id', '=', context.shop.id)
    .executeTakeFirstOrThrow();
  const keyword = input.keyword?.toLowerCase() ?? '';
  const couriers = active_courier_ids
    .flatMap((id) => findCourier(id) ?? [])
    .filter((courier) => courier.name.toLowerCase().includes(keyword));
  const found = couriers.flatMap((courier) =>
    courierServices
      .filter((service) => service.courier_id === courier.id)
      .map((service) => ({
        ...expeditionOf(service),
        logo_url: context.base_url + courierBadge(courier.code),
      })),
  );
  const start = itemsBefore(input);
  return pageOf(input, found.length, found.slice(start, start + input.per_page));
}
