import { randomUUID } from 'node:crypto';
import type { Services } from '../../src/kernel/context.ts';
import { contextOfShop } from '../../src/kernel/jobs/in-name-of.ts';
import { credit, debit, transfer } from '../../src/modules/ledger/index.ts';

/**
 * Gives a shop OrderPay balance, most of which can be withdrawn.
 * @param refund_to a customer to whom it is due in place of that
 */
export async function fundShop(
  services: Services,
  shop_id: number,
  amount_idr: number,
  refund_to?: number,
): Promise<void> {
  const context = contextOfShop(services, 'fund', { id: shop_id, time_zone: 'Asia/Jakarta' });
  const cause = `test:${randomUUID()}`;
  if (refund_to !== undefined) {
    const legs = [debit('ORDERS', amount_idr), credit('REFUNDS_DUE', amount_idr, { subject_id: refund_to })];
    await transfer(context, { cause, kind: 'ORDER_REJECTED', legs });
    return;
  }
  const on_hold_idr = Math.floor(amount_idr / 4);
  const legs = [
    debit('ORDERPAY_ON_HOLD', on_hold_idr),
    debit('ORDERPAY_AVAILABLE', amount_idr - on_hold_idr),
    credit('ORDERS', amount_idr),
  ];
  await transfer(context, { cause, kind: 'CHARGE_PAID', legs });
}
