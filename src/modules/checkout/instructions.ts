import type { z } from 'zod';
import { bankOfChannel, type GatewayChannel } from '../../integrations/gateway/port.ts';
import { momentText } from '../../kernel/calendar.ts';
import type { Context } from '../../kernel/context.ts';
import { rupiahText } from '../../kernel/money.ts';
import type { StoreAccount } from '../storefront/index.ts';
import type { GatewayCharge } from './charges.ts';
import type { Instructions } from './instructions-schema.ts';
import { presentAccount } from './payment-methods.ts';
import type { PaymentMethod } from './payment-states.ts';

interface Payable {
  method: PaymentMethod;
  account: StoreAccount | null;
  nominal_transfer_idr: number;
  expires_at: Date | null;
  /** Of the gateway; null where it has ended without its money, undefined where there is none yet. */
  charge?: GatewayCharge | null | undefined;
}

/** How a buyer pays, in the language of the request. */
export function instructionsFor(context: Context, payable: Payable): z.input<typeof Instructions> {
  const { method, account, charge } = payable;
  const open = charge?.state === 'OPEN' ? charge : undefined;
  const bank = open === undefined ? undefined : bankOfChannel(open.channel as GatewayChannel);
  const number = open?.va_number ?? null;
  const is_free = payable.nominal_transfer_idr === 0;
  return {
    method,
    is_ready:
      is_free || (method === 'TRANSFER' ? account !== null : method !== 'GATEWAY' || open !== undefined),
    bank: method === 'TRANSFER' && account !== null && !is_free ? presentAccount(account) : null,
    virtual_account: number === null || bank === undefined ? null : { bank_name: bank, number },
    payment_url: open?.invoice_url ?? null,
    steps: is_free
      ? freeSteps(context)
      : method === 'GATEWAY'
        ? gatewaySteps(context, payable)
        : stepsOf(context, payable),
  };
}

function freeSteps({ language }: Context): string[] {
  return language === 'id'
    ? ['Tidak ada yang perlu dibayar. Tunggu konfirmasi dari penjual.']
    : ['There is nothing to pay. Wait until the seller confirms.'];
}

/** How a buyer pays through the gateway, or what to do while that cannot be said. */
function gatewaySteps(
  { language, shop }: Context,
  { charge, nominal_transfer_idr, expires_at }: Payable,
): string[] {
  const is_id = language === 'id';
  const amount = rupiahText(nominal_transfer_idr);
  const until = expires_at === null ? '' : momentText(expires_at, shop.time_zone, language);
  if (charge === null)
    return is_id
      ? [
          'Tagihan di payment gateway sudah berakhir. Pilih cara bayar sekali lagi untuk mendapat tagihan baru.',
        ]
      : ['The charge of the payment gateway has ended. Choose a payment method again to get a new one.'];
  if (charge?.state === 'FAILED')
    return is_id
      ? ['Payment gateway tidak dapat menerima pembayaran ini. Pilih cara bayar lain.']
      : ['The payment gateway cannot take this payment. Choose another payment method.'];
  if (charge?.state !== 'OPEN')
    return is_id
      ? ['Petunjuk pembayaran sedang disiapkan. Buka lagi sebentar lagi, atau pilih cara bayar lain.']
      : ['The instructions are being prepared. Look again in a moment, or choose another payment method.'];
  const deadline = is_id ? `Bayar sebelum ${until}.` : `Pay before ${until}.`;
  if (charge.va_number === null)
    return is_id
      ? [`Buka halaman pembayaran dan bayar ${amount} dengan QRIS atau e-wallet.`, deadline]
      : [`Open the payment page and pay ${amount} by QRIS or e-wallet.`, deadline];
  const bank = bankOfChannel(charge.channel as GatewayChannel) ?? '';
  return is_id
    ? [`Bayar tepat ${amount} ke virtual account ${bank} ${charge.va_number}.`, deadline]
    : [`Pay exactly ${amount} to the virtual account ${charge.va_number} of ${bank}.`, deadline];
}

function stepsOf(
  { language, shop }: Context,
  { method, account, nominal_transfer_idr, expires_at }: Payable,
): string[] {
  const amount = rupiahText(nominal_transfer_idr);
  const until = expires_at === null ? '' : momentText(expires_at, shop.time_zone, language);
  if (method === 'COD')
    return language === 'id'
      ? ['Siapkan uang tunai saat paket tiba.', `Bayar ${amount} kepada kurir.`]
      : ['Have cash ready when the parcel arrives.', `Pay ${amount} to the courier.`];
  if (method === 'ORDERPAY')
    return language === 'id'
      ? [`${amount} sudah dibayar dengan saldo OrderPay.`]
      : [`${amount} was paid with the OrderPay balance.`];
  if (method !== 'TRANSFER') return [];
  if (account === null)
    return language === 'id'
      ? [
          'Rekening tujuan sudah tidak digunakan. Jangan transfer ke sana; pilih cara bayar lain.',
          'Jika sudah transfer, unggah bukti transfer agar penjual memeriksanya.',
        ]
      : [
          'The account to transfer to is not in use any more. Do not transfer to it; choose another payment method.',
          'If you have transferred already, upload the proof of transfer, so that the seller checks it.',
        ];
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
