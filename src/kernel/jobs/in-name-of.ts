import { shopContext, type Actor, type Context, type RequestFacts, type Services } from '../context.ts';

/** The actor who requested a job, as stored in its row. */
export interface Asker {
  shop_id: number;
  user_id: number;
  actor_kind: Exclude<Actor['kind'], 'visitor'>;
  credential_id: number;
}

/** A context in the name of a user, with the role they have now; undefined where they or their shop are gone. */
export async function contextInNameOf(
  services: Services,
  facts: RequestFacts,
  { shop_id, user_id, actor_kind: kind, credential_id }: Asker,
): Promise<Context | undefined> {
  const who = await services.db
    .selectFrom('users')
    .innerJoin('shops', (join) => join.on('shops.id', '=', shop_id))
    .select(['users.role', 'shops.time_zone'])
    .where('users.shop_id', '=', shop_id)
    .where('users.id', '=', user_id)
    .where('users.status', '=', 'ACTIVE')
    .executeTakeFirst();
  if (who === undefined) return undefined;
  const actor = { kind, credential_id, user_id, role: who.role };
  return shopContext(services, facts, { shop: { id: shop_id, time_zone: who.time_zone }, actor });
}

/**
 * The context of a shop for what its clock does: with all rights of the shop, so that it is done whatever becomes of the
 * person who wanted it.
 * @param request_id by which the log finds it
 * @param user_id in whose name it is done; 0: nobody's
 */
export function contextOfShop(
  services: Services,
  request_id: string,
  shop: Context['shop'],
  user_id = 0,
): Context {
  const facts: RequestFacts = { language: 'id', request_id, address: '', base_url: services.public_url() };
  return shopContext(services, facts, {
    shop,
    actor: { kind: 'session', credential_id: 0, user_id, role: 'owner' },
  });
}
