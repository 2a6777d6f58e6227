import type { z } from 'zod';
import type { GatewayChannel } from '../../../integrations/gateway/port.ts';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { emit } from '../../../kernel/outbox.ts';
import { BANK_ACCOUNT_COLUMNS, bankAccountOf } from '../bank-account-rows.ts';
import { paymentLimits } from '../limits.ts';
import { presentGatewayProblem } from './errors.ts';
import { bankTypeOf } from './gateway-account.ts';
import { maskedKey } from './save-xendit-key.ts';
import type { XenditKeyRemoved, XenditSettings } from './schemas.ts';

/** The shop's own account at Xendit, and the accounts that payments of its channels are recorded on. */
export async function getXenditSettings(context: Context): Promise<z.input<typeof XenditSettings>> {
  const { db, shop, language } = context;
  const row = await db
    .selectFrom('gateway_connections')
    .select(['key_start', 'key_end', 'is_active', 'channels', 'problem'])
    .select((eb) => eb('callback_token', 'is not', null).as('has_callback_token'))
    .where('shop_id', '=', shop.id)
    .where('vendor', '=', 'xendit')
    .executeTakeFirst();
  const accounts = await db
    .selectFrom('bank_accounts')
    .select(BANK_ACCOUNT_COLUMNS)
    .where('shop_id', '=', shop.id)
    .where('type', '=', 'PAYMENT GATEWAY')
    .where('archived_at', 'is', null)
    .orderBy('id')
    .limit(paymentLimits.bank_accounts)
    .execute();
  const types = (row?.channels as GatewayChannel[] | null | undefined)?.map(bankTypeOf);
  const supported = accounts.filter(({ bank_type }) =>
    types === undefined ? bank_type !== bankTypeOf('ORDERPAY') : types.includes(bank_type),
  );
  return {
    xendit_key: row === undefined ? null : maskedKey(row),
    is_xendit_active: row?.is_active ?? false,
    has_callback_token: Boolean(row?.has_callback_token),
    problem: presentGatewayProblem(language, row?.problem ?? null),
    bank_support: supported.map((account) => {
      const { bank_id: id, bank_name: name, holder_name, image } = bankAccountOf(context, account);
      return { id, name, holder_name, bank_number: null, image };
    }),
  };
}

/**
 * Disconnects the shop from its own account at Xendit. Charges that are still open there are not looked after any more.
 * @throws Refusal 404 where there is none
 */
export async function removeXenditKey(context: Context): Promise<z.input<typeof XenditKeyRemoved>> {
  return context.transaction(async (inner) => {
    const removed = await inner.db
      .deleteFrom('gateway_connections')
      .where('shop_id', '=', inner.shop.id)
      .where('vendor', '=', 'xendit')
      .returning('vendor')
      .executeTakeFirst();
    if (removed === undefined) throw kernelErrors.refuse('not_found');
    await emit(inner, 'gateway_connection.removed', inner.shop.id);
    return { removed: true };
  });
}
