import type { Context } from '../../kernel/context.ts';
import { rupiahText } from '../../kernel/money.ts';

/** What rejecting an order costs that was paid by gateway, for sellers. */
export function refundFeeText({ config, language }: Context): string {
  const fee = rupiahText(config.REFUND_FEE_IDR);
  return language === 'id'
    ? `Penolakan pesanan dikenai biaya admin ${fee} untuk pengembalian dana ke pelanggan`
    : `An order rejection will be subject to an admin fee of ${fee} for a refund to the customer`;
}
