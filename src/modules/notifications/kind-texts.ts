import type { Bilingual } from '../../kernel/http/answer.ts';
import type { Language } from '../../kernel/language.ts';
import { rupiahText } from '../../kernel/money.ts';
import type { Kind } from './kinds.ts';
import { sentence, strong, type Sentence } from './sentence.ts';

/** What notifications say of their subjects, as it was when they were made. Each kind has some of it. */
export interface Details {
  /** ID of what the action of the notification is done with. */
  data_id?: number;
  platform?: string;
  name?: string;
  goods?: string;
  warehouse?: string;
  po_numbers?: number[];
  amount_idr?: number;
  status?: string;
  outcome?: string;
  job?: string;
}

type Say = (details: Details) => Sentence;

interface KindText {
  title: Bilingual | ((details: Details) => Bilingual);
  content: Record<Language, Say>;
}

const rupiah = ({ amount_idr = 0 }: Details) => strong(rupiahText(amount_idr));
const name = (details: Details) => strong(details.name ?? '');
const goods = (details: Details) => details.goods ?? '';
const numbers = ({ po_numbers = [] }: Details) => strong(po_numbers.map((number) => `#${number}`).join(', '));
const platform = (details: Details) => (details.platform === 'PRIVOR' ? 'Privor' : 'Storefront');

const FAILED_STATUS: Record<string, Bilingual> = {
  SHIPMENT_PROBLEM: { id: 'bermasalah di kurir', en: 'has a problem at the courier' },
  LOST: { id: 'hilang di kurir', en: 'was lost by the courier' },
  UNPICK: { id: 'tidak jadi dijemput kurir', en: 'was not picked up by the courier' },
  INVALID: { id: 'memiliki resi yang tidak valid', en: 'has an invalid AWB number' },
};
const problem = ({ status = '' }: Details, language: Language) =>
  (FAILED_STATUS[status] ?? FAILED_STATUS['SHIPMENT_PROBLEM'])?.[language] ?? '';

/** Of orders that wait for no payment: how they are paid. */
const PLACED: Record<string, Bilingual> = {
  COD: { id: 'bayar di tempat (COD)', en: 'cash on delivery (COD)' },
  ORDERPAY: { id: 'sudah dibayar dengan saldo', en: 'paid with the balance:' },
  FREE: { id: 'total', en: 'total' },
};

const WORK_NAMES: Record<string, Bilingual> = {
  'check-product-import': { id: 'Pemeriksaan import produk', en: 'Checking the product import' },
  'apply-product-import': { id: 'Import produk', en: 'Product import' },
  'undo-product-import': { id: 'Pembatalan import produk', en: 'Undoing the product import' },
  'apply-mutation-import': { id: 'Import mutasi bank', en: 'Bank statement import' },
  'undo-mutation-import': { id: 'Pembatalan import mutasi bank', en: 'Undoing the bank statement import' },
  'apply-tariff-import': { id: 'Import tarif kurir', en: 'Tariff import' },
  'apply-awb-import': { id: 'Import resi', en: 'AWB import' },
  'undo-awb-import': { id: 'Pembatalan import resi', en: 'Undoing the AWB import' },
  'process-cod-payout': { id: 'Pencocokan pembayaran COD', en: 'COD payout' },
  'set-counted-stock': { id: 'Stok opname', en: 'Stock opname' },
  'move-transfer': { id: 'Transfer stok', en: 'Stock transfer' },
  'replay-webhooks': { id: 'Pengiriman ulang webhook', en: 'Replaying webhooks' },
  'work-bulk-run': { id: 'Proses massal pesanan', en: 'Action on many orders' },
  'prepare-broadcast': { id: 'Persiapan pesan massal', en: 'Preparing a broadcast' },
};
const OTHER_WORK: Bilingual = { id: 'Pekerjaan', en: 'A job' };
const DOWNLOAD: Bilingual = { id: 'Unduhan', en: 'A download' };
const work = ({ job = '' }: Details, language: Language) =>
  strong((WORK_NAMES[job] ?? (job.startsWith('download-') ? DOWNLOAD : OTHER_WORK))[language]);

/** Titles and sentences of all kinds. */
export const KIND_TEXTS: Record<Kind, KindText> = {
  order_placed: {
    title: (d) => ({ id: `Orderan baru dari ${platform(d)}`, en: `New order from ${platform(d)}` }),
    content: {
      id: (d) => {
        const how = PLACED[d.status ?? '']?.id;
        return how === undefined
          ? sentence`${name(d)} memesan ${goods(d)}, total ${rupiah(d)}, menunggu pembayaran`
          : sentence`${name(d)} memesan ${goods(d)}, ${how} ${rupiah(d)}, mohon segera konfirmasi pemesanan`;
      },
      en: (d) => {
        const how = PLACED[d.status ?? '']?.en;
        return how === undefined
          ? sentence`${name(d)} ordered ${goods(d)}, total ${rupiah(d)}, waiting for payment`
          : sentence`${name(d)} ordered ${goods(d)}, ${how} ${rupiah(d)}, please confirm the order soon`;
      },
    },
  },
  transfer_claimed: {
    title: (d) => ({
      id: `Konfirmasi bayar dari ${platform(d)}`,
      en: `Transfer confirmed at ${platform(d)}`,
    }),
    content: {
      id: (d) =>
        sentence`${name(d)} memesan ${goods(d)}, sudah konfirmasi bayar ${rupiah(d)}, mohon segera konfirmasi pemesanan`,
      en: (d) =>
        sentence`${name(d)} ordered ${goods(d)} and says that ${rupiah(d)} was transferred, please confirm the order soon`,
    },
  },
  payment_received: {
    title: { id: 'Pembayaran diterima', en: 'Payment received' },
    content: {
      id: (d) =>
        sentence`Pembayaran ${rupiah(d)} dari ${name(d)} untuk ${goods(d)} sudah diterima, mohon segera konfirmasi pemesanan`,
      en: (d) =>
        sentence`The payment of ${rupiah(d)} from ${name(d)} for ${goods(d)} has come in, please confirm the order soon`,
    },
  },
  payment_late: {
    title: { id: 'Pembayaran terlambat', en: 'Late payment' },
    content: {
      id: (d) =>
        d.outcome === 'REVIVED'
          ? sentence`Pembayaran ${rupiah(d)} dari ${name(d)} masuk setelah kedaluwarsa, pesanannya diaktifkan lagi`
          : sentence`Pembayaran ${rupiah(d)} dari ${name(d)} masuk terlambat atau dua kali, dan menjadi saldo pelanggan`,
      en: (d) =>
        d.outcome === 'REVIVED'
          ? sentence`The payment of ${rupiah(d)} from ${name(d)} came in after it had expired; the order is active again`
          : sentence`The payment of ${rupiah(d)} from ${name(d)} came in late or twice, and became balance of the customer`,
    },
  },
  payment_undecided: {
    title: { id: 'Pembayaran perlu diputuskan', en: 'Payment to be decided' },
    content: {
      id: (d) =>
        sentence`${name(d)} membayar ${rupiah(d)}, berbeda dari tagihannya, mohon putuskan pembayaran ini`,
      en: (d) =>
        sentence`${name(d)} paid ${rupiah(d)}, which is not what was to be paid, please decide what becomes of it`,
    },
  },
  checkout_expired: {
    title: { id: 'Orderan kedaluwarsa', en: 'Order expired' },
    content: {
      id: (d) =>
        sentence`Orderan ${numbers(d)} dari ${name(d)} kedaluwarsa karena belum dibayar ${rupiah(d)}`,
      en: (d) =>
        sentence`Order ${numbers(d)} of ${name(d)} has expired, as ${rupiah(d)} was not paid in time`,
    },
  },
  checkout_canceled: {
    title: { id: 'Orderan dibatalkan pembeli', en: 'Order cancelled by the buyer' },
    content: {
      id: (d) => sentence`${name(d)} membatalkan orderan ${numbers(d)} senilai ${rupiah(d)}`,
      en: (d) => sentence`${name(d)} has cancelled order ${numbers(d)} of ${rupiah(d)}`,
    },
  },
  order_paid: {
    title: (d) =>
      d.status === 'PAID'
        ? { id: 'Orderan lunas', en: 'Order paid' }
        : { id: 'Cicilan orderan', en: 'Installment of an order' },
    content: {
      id: (d) => sentence`Pembayaran ${rupiah(d)} untuk orderan ${numbers(d)} dari ${name(d)} sudah dicatat`,
      en: (d) => sentence`A payment of ${rupiah(d)} for order ${numbers(d)} of ${name(d)} was recorded`,
    },
  },
  order_canceled: {
    title: { id: 'Orderan dibatalkan', en: 'Order cancelled' },
    content: {
      id: (d) => sentence`Orderan ${numbers(d)} dari ${name(d)} dibatalkan`,
      en: (d) => sentence`Order ${numbers(d)} of ${name(d)} was cancelled`,
    },
  },
  shipment_problem: {
    title: { id: 'Kendala pengiriman', en: 'Shipping problem' },
    content: {
      id: (d) => sentence`Paket orderan ${numbers(d)} untuk ${name(d)} ${problem(d, 'id')}`,
      en: (d) => sentence`The parcel of order ${numbers(d)} for ${name(d)} ${problem(d, 'en')}`,
    },
  },
  shipment_returned: {
    title: { id: 'Paket diretur', en: 'Parcel returned' },
    content: {
      id: (d) =>
        d.status === 'TURNED_BACK'
          ? sentence`Paket orderan ${numbers(d)} untuk ${name(d)} sedang dikembalikan oleh kurir`
          : sentence`Paket orderan ${numbers(d)} untuk ${name(d)} kembali ke toko`,
      en: (d) =>
        d.status === 'TURNED_BACK'
          ? sentence`The parcel of order ${numbers(d)} for ${name(d)} is being brought back by the courier`
          : sentence`The parcel of order ${numbers(d)} for ${name(d)} came back to the shop`,
    },
  },
  stock_emptied: {
    title: { id: 'Stok habis', en: 'Out of stock' },
    content: {
      id: (d) => sentence`Stok ${strong(goods(d))} di ${d.warehouse ?? ''} sudah habis`,
      en: (d) => sentence`${strong(goods(d))} is out of stock in ${d.warehouse ?? ''}`,
    },
  },
  account_requested: {
    title: { id: 'Permintaan akun pelanggan', en: 'Account request' },
    content: {
      id: (d) => sentence`${name(d)} meminta akun di toko, mohon terima atau tolak`,
      en: (d) => sentence`${name(d)} requests an account at the store, please accept or reject it`,
    },
  },
  withdrawal_paid: {
    title: { id: 'Penarikan OrderPay berhasil', en: 'Withdrawal paid' },
    content: {
      id: (d) => sentence`Penarikan OrderPay ${rupiah(d)} sudah dikirim ke rekening bank`,
      en: (d) => sentence`The withdrawal of ${rupiah(d)} from OrderPay was paid to the bank account`,
    },
  },
  withdrawal_failed: {
    title: { id: 'Penarikan OrderPay gagal', en: 'Withdrawal failed' },
    content: {
      id: (d) => sentence`Penarikan OrderPay ${rupiah(d)} gagal, dananya kembali ke saldo`,
      en: (d) => sentence`The withdrawal of ${rupiah(d)} from OrderPay failed, and is available again`,
    },
  },
  package_ended: {
    title: { id: 'Paket berakhir', en: 'Package ended' },
    content: {
      id: (d) => sentence`Paket ${name(d)} sudah berakhir`,
      en: (d) => sentence`The package ${name(d)} has ended`,
    },
  },
  billing_paid: {
    title: { id: 'Tagihan lunas', en: 'Invoice paid' },
    content: {
      id: (d) => sentence`Pembayaran ${rupiah(d)} untuk paket sudah diterima, paketnya aktif`,
      en: (d) => sentence`The payment of ${rupiah(d)} for packages has come in, and they have started`,
    },
  },
  webhook_switched_off: {
    title: { id: 'Webhook dinonaktifkan', en: 'Webhook switched off' },
    content: {
      id: (d) =>
        d.status === 'GONE'
          ? sentence`Sebuah webhook dinonaktifkan karena alamatnya sudah tidak ada`
          : sentence`Sebuah webhook dinonaktifkan karena alamatnya gagal menerima selama beberapa hari`,
      en: (d) =>
        d.status === 'GONE'
          ? sentence`A webhook was switched off, as its address is gone`
          : sentence`A webhook was switched off, as its address has accepted nothing for days`,
    },
  },
  work_finished: {
    title: { id: 'Pekerjaan selesai', en: 'Job finished' },
    content: {
      id: (d) => sentence`${work(d, 'id')} sudah selesai`,
      en: (d) => sentence`${work(d, 'en')} has finished`,
    },
  },
  work_failed: {
    title: { id: 'Pekerjaan gagal', en: 'Job failed' },
    content: {
      id: (d) => sentence`${work(d, 'id')} gagal, silakan periksa penyebabnya dan coba lagi`,
      en: (d) => sentence`${work(d, 'en')} has failed, please look at the reason and try again`,
    },
  },
};
