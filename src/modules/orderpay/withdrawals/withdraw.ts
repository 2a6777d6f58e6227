import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { rupiahText } from '../../../kernel/money.ts';
import { emit } from '../../../kernel/outbox.ts';
import { makeShopToken } from '../../../kernel/shop-token.ts';
import { balanceOf, credit, debit, transfer } from '../../ledger/index.ts';
import { xenditBanks } from '../../reference/index.ts';
import { orderpayErrors } from '../errors.ts';
import { orderpayLimits } from '../limits.ts';
import type { WithdrawInput } from './schemas.ts';
import { wakeWithdrawals } from './withdrawal-work.ts';

/** Of its key that cannot be guessed: a gateway must not know it from another installation, or from before a restore. */
const KEY_BYTES = 12;

/** The cause of the transfer of a withdrawal. */
export const causeOf = (key: string): string => `withdrawal:${key}`;

/**
 * Requests that money of OrderPay is paid to a bank account. Amount and admin fee are reserved at once: they are taken when
 * it is paid, and available again if it fails. The payment gateway is asked after the transaction, by a job.
 * @throws Refusal 422 for a bank that takes none, less than the minimum, more than is available, and for what is in
 *   progress already
 */
export async function withdraw(context: Context, input: z.output<typeof WithdrawInput>): Promise<object> {
  const { nominal: nominal_idr } = input;
  const bank = findPayableBank(input.xendit_bank_id);
  const { WITHDRAWAL_MIN_IDR: least_idr, WITHDRAWAL_FEE_IDR: fee_idr } = context.config;
  if (nominal_idr < least_idr)
    throw orderpayErrors.refuseField('withdrawal_minimum', 'nominal', { minimum: rupiahText(least_idr) });
  if (context.ports.gateways.platform === undefined) throw orderpayErrors.refuse('withdrawal_off');
  await context.transaction(async (inner) => {
    await refuseTooMany(inner);
    const key = makeShopToken(inner.random, inner.shop.id, { prefix: 'wd-', bytes: KEY_BYTES });
    const now = inner.clock.now();
    const { id } = await inner.db
      .insertInto('withdrawals')
      .values({
        shop_id: inner.shop.id,
        key,
        state: 'REQUESTED',
        bank_code: bank.code,
        bank_name: bank.name,
        account_number: input.account_number,
        holder_name: input.holder_name,
        nominal_idr,
        fee_idr,
        next_try_at: now,
        user_id: inner.actor.user_id,
        created_at: now,
        updated_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await reserve(inner, key, nominal_idr, fee_idr);
    await emit(inner, 'withdrawal.requested', id, { nominal_idr, fee_idr });
    await wakeWithdrawals(inner);
  });
  return {};
}

function findPayableBank(bank_id: number) {
  const bank = xenditBanks.find(({ id }) => id === bank_id);
  if (bank === undefined) throw kernelErrors.refuseField('field_not_found', 'xendit_bank_id');
  if (bank.can_disburse !== 1)
    throw orderpayErrors.refuseField('withdrawal_bank', 'xendit_bank_id', { name: bank.name });
  return bank;
}

async function refuseTooMany({ db, shop }: Context): Promise<void> {
  const { open } = await db
    .selectFrom('withdrawals')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('shop_id', '=', shop.id)
    .where('state', 'in', ['REQUESTED', 'SENT'])
    .executeTakeFirstOrThrow();
  const limit = orderpayLimits.withdrawals_open;
  if (open >= limit) throw orderpayErrors.refuse('withdrawals_open', { limit });
}

async function reserve(context: Context, key: string, nominal_idr: number, fee_idr: number): Promise<void> {
  const outcome = await transfer(context, {
    cause: causeOf(key),
    kind: 'WITHDRAWAL',
    is_pending: true,
    legs: [
      debit('OUTSIDE', nominal_idr),
      ...(fee_idr > 0 ? [debit('FEES', fee_idr)] : []),
      credit('ORDERPAY_AVAILABLE', nominal_idr + fee_idr),
    ],
  });
  if (outcome !== 'SHORT') return;
  const { balance_idr, reserved_idr } = await balanceOf(context, { kind: 'ORDERPAY_AVAILABLE' });
  const available_idr = balance_idr - reserved_idr;
  throw orderpayErrors.refuseField('withdrawal_short', 'nominal', {
    available: rupiahText(available_idr),
    fee: rupiahText(fee_idr),
    most: rupiahText(Math.max(0, available_idr - fee_idr)),
  });
}
