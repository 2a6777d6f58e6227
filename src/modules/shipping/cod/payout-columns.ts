import { isDay } from '../../../kernel/calendar.ts';
import type { Cell } from '../../../kernel/sheets/cells.ts';
import type { SoughtColumn } from '../../../kernel/sheets/match-titles.ts';
import { wholeNumber } from '../../../kernel/sheets/whole-number.ts';

export type PayoutColumn = 'awb_number' | 'po_number' | 'cod_idr' | 'fee_idr' | 'net_idr' | 'paid_on';

const titles = (text: string): string[] => text.split(', ');

/** The columns of payout files of couriers and aggregators, by their usual titles. */
export const PAYOUT_COLUMNS: readonly SoughtColumn<PayoutColumn>[] = [
  {
    key: 'awb_number',
    titles: titles(
      'No. Resi, Nomor Resi, Resi, Kode Resi, AWB, AWB Number, No. AWB, Nomor AWB, Airwaybill, Waybill, Waybill No, ' +
        'Waybill Number, No. Waybill, Connote, Cnote, Cnote No, No. Connote, Tracking Number, Tracking No, Tracking ID, ' +
        'awb_number',
    ),
  },
  {
    key: 'po_number',
    titles: titles(
      'PO Number, No. PO, Nomor PO, PO, No. Pesanan, Nomor Pesanan, No. Order, Nomor Order, Order Number, Order No, ' +
        'Order ID, ID Pesanan, Reference, Reference Number, No. Referensi, Nomor Referensi, Invoice, po_number',
    ),
  },
  {
    key: 'cod_idr',
    titles: titles(
      'Nilai COD, COD Amount, Jumlah COD, Nominal COD, Total COD, COD Value, Harga COD, COD, cod_amount',
    ),
  },
  {
    key: 'fee_idr',
    titles: titles(
      'Biaya COD, COD Fee, Fee COD, Biaya Layanan COD, Biaya Layanan, Admin COD, Biaya Admin, Potongan, Fee, cod_fee',
    ),
  },
  {
    key: 'net_idr',
    titles: titles(
      'Nominal Bersih, Jumlah Bersih, Total Bersih, Bersih, Net Amount, Net, Net COD, Jumlah Dibayarkan, ' +
        'Nominal Dibayarkan, Dibayarkan, Total Dibayar, Nominal Transfer, Jumlah Transfer, Total Transfer, Payout Amount, ' +
        'Payout, Amount Paid, Paid Amount, Nominal Pencairan, Jumlah Pencairan, Total Pencairan, Pencairan, net_amount',
    ),
    is_needed: true,
  },
  {
    key: 'paid_on',
    titles: titles(
      'Tanggal Bayar, Tanggal Pembayaran, Tanggal Transfer, Tanggal Pencairan, Tgl Bayar, Tanggal, Payment Date, ' +
        'Paid Date, Payout Date, Transfer Date, Date',
    ),
  },
];

/** What a line of a payout says. */
export interface PayoutFacts {
  awb_number: string | null;
  po_number: number | null;
  cod_idr: number | null;
  fee_idr: number | null;
  net_idr: number | null;
  paid_on: string | null;
}

/** Why a row cannot be read. */
export type PayoutRowFault = 'WITHOUT_PARCEL' | 'NET_UNREADABLE' | 'AMOUNT_UNREADABLE';

/** AWB numbers are compared like this: in capitals, without blanks. */
export const plainAwb = (awb_number: string): string => awb_number.replaceAll(/\s/g, '').toUpperCase();

/** Reads a row of a payout file. */
export function readPayoutRow(cells: Partial<Record<PayoutColumn, Cell>>): {
  facts: PayoutFacts;
  fault?: PayoutRowFault;
} {
  const awb = plainAwb(String(cells.awb_number ?? '')).slice(0, 100);
  const facts = {
    awb_number: awb === '' ? null : awb,
    po_number: poNumber(cells.po_number),
    cod_idr: amountIn(cells.cod_idr) ?? null,
    fee_idr: amountIn(cells.fee_idr) ?? null,
    net_idr: amountIn(cells.net_idr) ?? null,
    paid_on: dayIn(cells.paid_on),
  };
  if (facts.awb_number === null && facts.po_number === null) return { facts, fault: 'WITHOUT_PARCEL' };
  if (facts.net_idr === null) return { facts, fault: 'NET_UNREADABLE' };
  const unreadable =
    (cells.cod_idr !== undefined && facts.cod_idr === null) ||
    (cells.fee_idr !== undefined && facts.fee_idr === null);
  return unreadable ? { facts, fault: 'AMOUNT_UNREADABLE' } : { facts };
}

/** The digits of 505, `#505` and `INV.2021.01.18.505`. */
function poNumber(cell: Cell | undefined): number | null {
  const digits = /^(?:#|PO[-. #]?|INV\.\d{4}\.\d{2}\.\d{2}\.)?(\d{1,15})$/i.exec(
    String(cell ?? '').trim(),
  )?.[1];
  return digits === undefined ? null : Number(digits) || null;
}

/** A whole amount, also below 0: `-12.000`, `(12.000)`. */
function amountIn(cell: Cell | undefined): number | undefined {
  if (cell === undefined) return undefined;
  if (typeof cell === 'number') return Number.isSafeInteger(cell) ? cell : undefined;
  const [, minus, bracketed, plain] = /^(?:(-)\s*|\((.*)\)$)?(.*)$/s.exec(cell.trim()) ?? [];
  const amount = wholeNumber((bracketed ?? plain ?? '').trim());
  if (amount === undefined) return undefined;
  return minus !== undefined || bracketed !== undefined ? 0 - amount : amount;
}

/** A day as sheets hold it (2026-01-31), with a time behind it or not, or as people write it (31/01/2026). */
function dayIn(cell: Cell | undefined): string | null {
  const text = String(cell ?? '').trim();
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(text) ?? [];
  const [, written_day, written_month, written_year] =
    /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})/.exec(text) ?? [];
  const found =
    year === undefined
      ? `${written_year}-${written_month?.padStart(2, '0')}-${written_day?.padStart(2, '0')}`
      : `${year}-${month}-${day}`;
  return isDay(found) ? found : null;
}
