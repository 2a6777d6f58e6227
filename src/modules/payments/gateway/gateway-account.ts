import { bankOfChannel, type GatewayChannel } from '../../../integrations/gateway/port.ts';
import type { Context } from '../../../kernel/context.ts';

/** What a shop's account of type PAYMENT GATEWAY stands for: a channel, or the OrderPay balance. */
export type GatewayMoney = GatewayChannel | 'ORDERPAY';

/** The type of its row, as in the reference. */
export function bankTypeOf(money: GatewayMoney): string {
  if (money === 'ORDERPAY') return 'orderpay';
  return `xendit_${(bankOfChannel(money) ?? 'INVOICE').toLowerCase()}`;
}

/**
 * The bank account of the shop that payments by a channel, or with OrderPay balance, are recorded on: created the first time
 * that it is needed, once, however many need it at once. Part of the open transaction, if there is one.
 * @returns its ID
 */
export async function gatewayAccountOf(context: Context, money: GatewayMoney): Promise<number> {
  const [id] = await gatewayAccountsOf(context, [money]);
  if (id === undefined) throw new Error('an account of the gateway is gone');
  return id;
}

/** The same of several. @returns their IDs, in this order */
export async function gatewayAccountsOf(context: Context, money: readonly GatewayMoney[]): Promise<number[]> {
  const types = money.map(bankTypeOf);
  let found = await findAccounts(context, types);
  const missing = types.filter((type) => !found.has(type));
  if (missing.length > 0) {
    await makeAccounts(context, missing);
    found = await findAccounts(context, types);
  }
  return types.map((type) => found.get(type) ?? gone(type));
}

async function findAccounts(
  { db, shop }: Context,
  bank_types: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('bank_accounts')
    .select(['id', 'bank_type'])
    .where('shop_id', '=', shop.id)
    .where('type', '=', 'PAYMENT GATEWAY')
    .where('bank_type', 'in', bank_types)
    .where('archived_at', 'is', null)
    .execute();
  return new Map(rows.map(({ id, bank_type }) => [bank_type, id]));
}

/** They have no number, so that one of each type is all that the shop can have. */
async function makeAccounts({ db, shop, clock }: Context, bank_types: readonly string[]): Promise<void> {
  const { name } = await db
    .selectFrom('shops')
    .select('name')
    .where('id', '=', shop.id)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('bank_accounts')
    .values(
      // In one order, so that those who need several wait for each other and not crosswise.
      bank_types.toSorted().map((bank_type) => ({
        shop_id: shop.id,
        bank_type,
        type: 'PAYMENT GATEWAY' as const,
        account_number: '',
        holder_name: name,
        branch: '',
        created_at: clock.now(),
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['shop_id', 'bank_type', 'account_number'])
        .where('archived_at', 'is', null)
        .doNothing(),
    )
    .execute();
}

function gone(type: string): never {
  throw new Error(`an account of type ${type} was made and is gone`);
}
