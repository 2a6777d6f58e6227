import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { emit } from '../../../kernel/outbox.ts';
import type { Role } from '../../../kernel/permissions.ts';
import { holdToLimit } from '../../../kernel/shop-limit.ts';
import { hashToken, makeShopToken } from '../../../kernel/shop-token.ts';
import { holdToPackage } from '../../packages/index.ts';
import { shopLimits } from '../../shop/index.ts';
import { accountErrors } from '../errors.ts';
import { holdAccess } from '../lock-users.ts';
import { findByEmail } from '../user-emails.ts';
import type { InviteUserInput } from './schemas.ts';

const INVITATION_DAYS = 7;
const INVITATION_PREFIX = 'ngi_';

/**
 * Invites a person to the shop, or again if they have not accepted yet, which ends the previous invitation. Nothing is
 * sent: the owner passes on the token, for example by chat, and the person uses it to set a password. Refused if the email
 * already has an account. An invitation reserves no email: whoever opens a shop with it first, or accepts another
 * invitation, gets it.
 * @returns the token, which is shown only this once; its hash is stored
 */
export async function inviteUser(context: Context, input: z.output<typeof InviteUserInput>) {
  const token = makeShopToken(context.random, context.shop.id, { prefix: INVITATION_PREFIX });
  const now = context.clock.now();
  const expires_at = new Date(now.getTime() + INVITATION_DAYS * 86_400_000);
  const invitation = {
    full_name: input.full_name,
    phone: input.phone_number ?? '',
    role: input.role,
    invitation_hash: hashToken(token),
    invitation_expires_at: expires_at,
    updated_at: now,
  };
  return context.transaction(async (inner) => {
    await holdAccess(inner);
    if ((await findByEmail(inner, input.email)) !== undefined)
      throw accountErrors.refuseField('email_taken', 'email');
    const again = await inner.db
      .updateTable('users')
      .set(invitation)
      .where('shop_id', '=', inner.shop.id)
      .where('status', '=', 'INVITED')
      .where('email', '=', input.email)
      .returning('id')
      .executeTakeFirst();
    const { id } = again ?? (await addUser(inner, { ...invitation, email: input.email, created_at: now }));
    await emit(inner, 'user.invited', id, { role: input.role });
    return { user_id: id, token, expires_at: expires_at.toISOString() };
  });
}

async function addUser(
  context: Context,
  user: {
    email: string;
    full_name: string;
    phone: string;
    role: Role;
    invitation_hash: Buffer;
    invitation_expires_at: Date;
    created_at: Date;
    updated_at: Date;
  },
): Promise<{ id: number }> {
  const present = context.db
    .selectFrom('users')
    .where('shop_id', '=', context.shop.id)
    .where('status', '<>', 'REMOVED');
  await holdToLimit(context, shopLimits.users_per_shop, present);
  await holdToPackage(context, 'users', present);
  return context.db
    .insertInto('users')
    .values({ ...user, shop_id: context.shop.id, status: 'INVITED' })
    .returning('id')
    .executeTakeFirstOrThrow();
}
