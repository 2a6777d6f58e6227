import type { TransferKind } from '../../ledger/index.ts';

/** What a payment is, as the reference numbers it. */
type PaymentType = '1' | '2' | '3' | '4';

interface Words {
  type: PaymentType;
  title: string;
  /** @param of the orders that it is for, as `order #12, #13`; of a withdrawal, the account that it goes to */
  describe: (of: string) => string;
}

/** What the list of payments says of each kind of transfer that moves OrderPay or the shop's own gateway account. */
const WORDS: Partial<Record<TransferKind, Words>> = {
  CHARGE_PAID: {
    type: '1',
    title: 'Pembayaran Order',
    describe: (of) => `Pembayaran ${of} melalui payment gateway`,
  },
  CHARGE_LATE: {
    type: '1',
    title: 'Pembayaran Terlambat',
    describe: () => 'Pembayaran setelah order berakhir, menjadi saldo pelanggan',
  },
  WRONG_RETURNED: {
    type: '1',
    title: 'Pembayaran Salah Nominal',
    describe: () => 'Dana salah nominal yang sudah dikembalikan toko ke pelanggan',
  },
  BALANCE_PAID: {
    type: '1',
    title: 'Pembayaran Order',
    describe: (of) => `Pembayaran ${of} menggunakan Saldo Orderpay`,
  },
  ORDER_REACTIVATED: {
    type: '1',
    title: 'Pembayaran Order',
    describe: (of) => `Pembayaran ${of} menggunakan Saldo Orderpay dari canceled order`,
  },
  ORDER_CANCELED: {
    type: '4',
    title: 'Order Dibatalkan',
    describe: (of) => `Pembayaran ${of} menjadi saldo pelanggan`,
  },
  ORDER_REJECTED: {
    type: '4',
    title: 'Order Ditolak',
    describe: (of) => `Pembayaran ${of} dikembalikan ke pelanggan`,
  },
  REFUND_FEE: { type: '3', title: 'Biaya Refund', describe: (of) => `Biaya refund ${of}` },
  FEES_COLLECTED: {
    type: '3',
    title: 'Biaya Layanan',
    describe: () => 'Pelunasan biaya yang belum terbayar',
  },
  WITHDRAWAL: { type: '2', title: 'Penarikan Saldo', describe: (of) => `Penarikan saldo ke ${of}` },
  WITHDRAWAL_RETURNED: {
    type: '2',
    title: 'Penarikan Dikembalikan',
    describe: (of) => `Penarikan saldo ke ${of} dikembalikan oleh bank`,
  },
  REFUND_SETTLED: {
    type: '4',
    title: 'Refund Selesai',
    describe: () => 'Dana refund yang sudah dibayarkan toko ke pelanggan',
  },
};

export interface DescribedTransfer {
  kind: string;
  state: string;
  po_numbers: number[] | null;
  bank_name: string | null;
  account_number: string | null;
  holder_name: string | null;
}

/** Type, title and description of a payment; in Indonesian, as the reference has them. */
export function wordsOf(row: DescribedTransfer): { type: PaymentType; title: string; description: string } {
  const { type, title, describe } = WORDS[row.kind as TransferKind] ?? OTHER;
  const description = describe(row.bank_name === null ? ordersText(row.po_numbers) : accountText(row));
  return {
    type,
    title,
    description: row.state === 'PENDING' ? `${description} (sedang diproses)` : description,
  };
}

const OTHER: Words = { type: '1', title: 'Transaksi', describe: (of) => `Transaksi ${of}` };

/** So many are named; a payment can be for more. */
const MOST_NAMED = 10;

function ordersText(po_numbers: readonly number[] | null): string {
  // Deleted since.
  if (po_numbers === null) return 'order';
  const named = po_numbers.slice(0, MOST_NAMED).map((number) => `#${number}`);
  const more = po_numbers.length - named.length;
  return `order ${named.join(', ')}${more > 0 ? ` dan ${more} lainnya` : ''}`;
}

function accountText({ bank_name, account_number, holder_name }: DescribedTransfer): string {
  return `${bank_name} •••${account_number?.slice(-4)} a.n. ${holder_name}`;
}
