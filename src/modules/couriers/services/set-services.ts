import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { differenceOf } from '../../../kernel/difference.ts';
import { Refusal, type RefusalPart } from '../../../kernel/errors.ts';
import { foundBy, idNotFound } from '../../../kernel/not-found.ts';
import { emit } from '../../../kernel/outbox.ts';
import { courierServices, findService } from '../../reference/index.ts';
import { courierErrors } from '../errors.ts';
import type { ServiceSet, ServicesSet, SetServiceInput, SetServicesInput } from './schemas.ts';

type Groups = z.output<typeof SetServicesInput>;

const GROUPS = ['regular', 'express', 'trucking'] as const;

/**
 * Makes a courier service active or inactive for the shop.
 * @throws Refusal 422 if there is no such service
 */
export async function setService(
  context: Context,
  { id, is_active }: z.output<typeof SetServiceInput>,
): Promise<z.input<typeof ServiceSet>> {
  foundBy('id', findService(id));
  await changeActive(context, (active) => {
    if (is_active) active.add(id);
    else active.delete(id);
  });
  return { id, is_active };
}

/**
 * Makes exactly the given services of each given group active; groups that are not given do not change.
 * @returns the IDs as they were sent; of groups that were not given, the active ones
 * @throws Refusal 422 on each ID that names no service of its group
 */
export async function setServices(context: Context, input: Groups): Promise<z.input<typeof ServicesSet>> {
  const faults = GROUPS.flatMap((group) => groupFaults(group, input[group] ?? []));
  if (faults.length > 0) throw new Refusal(faults);
  const active = await changeActive(context, (ids) => {
    for (const group of GROUPS) {
      const given = input[group];
      if (given === undefined) continue;
      for (const id of servicesOf(group)) ids.delete(id);
      for (const id of given) ids.add(Number(id));
    }
  });
  const shown = (group: (typeof GROUPS)[number]) =>
    input[group] ?? servicesOf(group).flatMap((id) => (active.has(id) ? [String(id)] : []));
  return { regular: shown('regular'), express: shown('express'), trucking: shown('trucking') };
}

function servicesOf(group: string): number[] {
  return courierServices.filter((service) => service.group === group).map(({ id }) => id);
}

function groupFaults(group: string, ids: readonly string[]): RefusalPart[] {
  return ids.flatMap((id, index): RefusalPart[] => {
    const field = `${group}.${index}`;
    const service = /^\d+$/.test(id) ? findService(Number(id)) : undefined;
    if (service === undefined) return [idNotFound(field)];
    return service.group === group
      ? []
      : [courierErrors.part('service_of_other_group', field, { group: service.group })];
  });
}

/** Changes the active services for one caller after the other. @returns those that are active then */
async function changeActive(
  context: Context,
  change: (active: Set<number>) => void,
): Promise<ReadonlySet<number>> {
  return context.transaction(async (inner) => {
    const { active_service_ids: before } = await inner.db
      .selectFrom('courier_settings')
      .select('active_service_ids')
      .where('shop_id', '=', inner.shop.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const active = new Set(before);
    change(active);
    const after = [...active].toSorted((a, b) => a - b);
    const difference = differenceOf(
      { active_service_ids: before.toSorted((a, b) => a - b) },
      { active_service_ids: after },
    );
    if (Object.keys(difference).length === 0) return active;
    await inner.db
      .updateTable('courier_settings')
      .set({ active_service_ids: sql`${after}::integer[]` })
      .where('shop_id', '=', inner.shop.id)
      .execute();
    await emit(inner, 'courier_settings.updated', inner.shop.id, difference);
    return active;
  });
}
