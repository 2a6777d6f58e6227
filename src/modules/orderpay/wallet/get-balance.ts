import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { balancesOf } from '../../ledger/index.ts';
import type { OrderPayBalance } from './schemas.ts';

/** What the shop has in OrderPay, and what of it can be withdrawn; in one statement. */
export async function getOrderPayBalance(context: Context): Promise<z.input<typeof OrderPayBalance>> {
  const [available, on_hold] = await balancesOf(context, [
    { kind: 'ORDERPAY_AVAILABLE' },
    { kind: 'ORDERPAY_ON_HOLD' },
  ]);
  const { balance_idr = 0, reserved_idr: withdrawal_onhold = 0 } = available ?? {};
  const { balance_idr: balance_onhold = 0 } = on_hold ?? {};
  return {
    total: balance_idr + balance_onhold,
    withdrawal_allowed: balance_idr - withdrawal_onhold,
    onhold_total: balance_onhold + withdrawal_onhold,
    balance_onhold,
    withdrawal_onhold,
  };
}
