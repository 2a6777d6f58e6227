import type { z } from 'zod';
import { minuteText } from '../../kernel/calendar.ts';
import type { Context } from '../../kernel/context.ts';
import { rupiahText } from '../../kernel/money.ts';
import type { Instructions } from './instructions-schema.ts';
import { presentAccount, type StoreAccount } from './payment-methods.ts';
import type { PaymentMethod } from './payment-states.ts';

interface Payable {
  method: PaymentMethod;
  account: StoreAccount | null;
  nominal_transfer_idr: number;
  expires_at: Date | null;
}

/** How a buyer pays, in the language of the request. */
export function instructionsFor(context: Context, payable: Payable): z.input<typeof Instructions> {
  const { method, account } = payable;
  return {
    method,
    is_ready: true,
    bank: method === 'TRANSFER' && account !== null ? presentAccount(account) : null,
    virtual_account: null,
    payment_url: null,
    steps: stepsOf(context, payable),
  };
}

function stepsOf(
  { language, shop }: Context,
  { method, account, nominal_transfer_idr, expires_at }: Payable,
): string[] {
  const amount = rupiahText(nominal_transfer_idr);
  const until = expires_at === null ? '' : minuteText(expires_at, shop.time_zone);
  if (method === 'COD')
    return language === 'id'
      ? ['Siapkan uang tunai saat paket tiba.', `Bayar ${amount} kepada kurir.`]
      : ['Have cash ready when the parcel arrives.', `Pay ${amount} to the courier.`];
  if (method === 'ORDERPAY')
    return language === 'id'
      ? [`${amount} sudah dibayar dengan saldo OrderPay.`]
      : [`${amount} was paid with the OrderPay balance.`];
  if (method !== 'TRANSFER' || account === null) return [];
  const { bank_name, account_number, holder_name } = presentAccount(account);
  return language === 'id'
    ? [
        `Transfer tepat ${amount} (sampai tiga angka terakhir) ke ${bank_name} ${account_number} a.n. ${holder_name}.`,
        `Transfer sebelum ${until}. Setelah itu pesanan dibatalkan otomatis.`,
        'Setelah transfer, unggah bukti transfer agar pesanan lebih cepat diproses.',
      ]
    : [
        `Transfer exactly ${amount}, including the last three digits, to ${bank_name} ${account_number} (${holder_name}).`,
        `Transfer before ${until}. After that the order is cancelled automatically.`,
        'Upload the proof of transfer afterwards, so that the order is processed sooner.',
      ];
}
