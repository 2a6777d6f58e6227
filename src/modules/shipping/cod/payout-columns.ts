import type { Cell } from '../../../kernel/sheets/cells.ts';
import { dayInCell } from '../../../kernel/sheets/day-in-cell.ts';
import type { SoughtColumn } from '../../../kernel/sheets/match-titles.ts';
import type { SheetRecord } from '../../../kernel/sheets/read-records.ts';
import { signedWholeNumber } from '../../../kernel/sheets/whole-number.ts';
import { cellText, readAwb } from '../awb-cell.ts';
import { plainAwb } from '../awb-number.ts';
import { readOrderNumber } from '../parcel-code.ts';
import { AWB_TITLES, AWB_WORDS, ORDER_COLUMNS_MOST, ORDER_TITLES, ORDER_WORDS } from '../parcel-columns.ts';

export type PayoutColumn = 'awb_number' | 'po_number' | 'cod_idr' | 'fee_idr' | 'net_idr' | 'paid_on';

const parted = (text: string): string[] => text.split(', ');
const AMOUNT = 'jumlah total nilai nominal dana amount value uang rp idr';

/** The columns of payout files of couriers and aggregators, by their usual titles. */
export const PAYOUT_COLUMNS: readonly SoughtColumn<PayoutColumn>[] = [
  { key: 'awb_number', titles: AWB_TITLES, words: AWB_WORDS },
  {
    key: 'po_number',
    titles: [...parted('PO Number, No. PO, Nomor PO, PO, Invoice, po_number'), ...ORDER_TITLES],
    words: ORDER_WORDS,
    alternatives: ORDER_COLUMNS_MOST,
  },
  {
    key: 'cod_idr',
    titles: parted(
      'Nilai COD, COD Amount, Jumlah COD, Nominal COD, Total COD, COD Value, Harga COD, COD, cod_amount',
    ),
    words: { says: 'cod', beside: `${AMOUNT} harga tagihan collected terkumpul` },
  },
  {
    key: 'fee_idr',
    titles: parted(
      'Biaya COD, COD Fee, Fee COD, Biaya Layanan COD, Biaya Layanan, Admin COD, Biaya Admin, Potongan, Fee, cod_fee',
    ),
    words: {
      says: 'fee',
      says_with_others: 'biaya potongan admin charge',
      beside: `${AMOUNT} cod layanan service services penanganan handling administrasi`,
    },
  },
  {
    key: 'net_idr',
    titles: parted(
      'Nominal Bersih, Jumlah Bersih, Total Bersih, Bersih, Net Amount, Net, Net COD, Jumlah Dibayarkan, ' +
        'Nominal Dibayarkan, Dibayarkan, Total Dibayar, Nominal Transfer, Jumlah Transfer, Total Transfer, Payout Amount, ' +
        'Payout, Amount Paid, Paid Amount, Nominal Pencairan, Jumlah Pencairan, Total Pencairan, Pencairan, net_amount',
    ),
    words: {
      says: 'bersih net nett netto pencairan dicairkan cair dibayarkan settlement remittance payout disbursement payable',
      says_with_others: 'diterima transfer ditransfer diteruskan remitted disbursed settled',
      beside: `${AMOUNT} cod estimasi pendapatan seller penjual merchant toko yang akan sudah`,
    },
    is_needed: true,
  },
  {
    key: 'paid_on',
    titles: parted(
      'Tanggal Bayar, Tanggal Pembayaran, Tanggal Transfer, Tanggal Pencairan, Tgl Bayar, Tanggal, Payment Date, ' +
        'Paid Date, Payout Date, Transfer Date, Date',
    ),
    words: {
      says: 'tanggal tgl date',
      beside:
        'bayar pembayaran transfer pencairan cair payment paid payout settlement remittance disbursement',
    },
  },
];

export const PAYOUT_COLUMN_KEYS = PAYOUT_COLUMNS.map(({ key }) => key);

/** Amounts of payouts, above and below 0. */
export const AMOUNT_MAX = 999_999_999_999;

/** What a line of a payout says. */
export interface PayoutFacts {
  awb_number: string | null;
  po_number: number | null;
  cod_idr: number | null;
  fee_idr: number | null;
  net_idr: number | null;
  paid_on: string | null;
}

/** Why a row cannot be read, or is none of a parcel. */
export type PayoutRowFault =
  | 'WITHOUT_PARCEL'
  | 'AWB_UNREADABLE'
  | 'NET_UNREADABLE'
  | 'AMOUNT_UNREADABLE'
  | 'SUM_OF_ABOVE'
  | 'TOTAL';

/** A row of a payout file as it is read. */
export interface PayoutRowRead {
  facts: PayoutFacts;
  fault?: PayoutRowFault;
  /** What stands where a day should, if it is none. */
  day_unread: string | null;
}

/** Reads the rows of a payout file, one after the other: what only sums up those above is no money. */
export class PayoutRows {
  #net_idr = 0;
  #count = 0;
  #have_awbs = true;

  next({ cells, is_total }: Pick<SheetRecord<PayoutColumn>, 'cells' | 'is_total'>): PayoutRowRead {
    const read = readPayoutRow(cells, is_total);
    const { facts, fault } = read;
    if (fault !== 'TOTAL' && this.#isSum(facts)) return { ...read, fault: 'SUM_OF_ABOVE' };
    if (fault === undefined) {
      this.#net_idr += facts.net_idr ?? 0;
      this.#count += 1;
      this.#have_awbs &&= facts.awb_number !== null;
    }
    return read;
  }

  /** The amount of all above, at nothing that is the number of a parcel: a title nobody knows, or how many there are. */
  #isSum({ awb_number, po_number, net_idr }: PayoutFacts): boolean {
    if (this.#count === 0 || net_idr !== this.#net_idr) return false;
    if (awb_number !== null) return po_number === null && /^(?:\d{0,4}|\D*)$/.test(awb_number);
    return po_number === null || (this.#have_awbs && this.#count > 1);
  }
}

/** Reads a row of a payout file by itself. */
export function readPayoutRow(cells: Partial<Record<PayoutColumn, Cell>>, is_total = false): PayoutRowRead {
  const awb = awbIn(cells.awb_number);
  const day = cells.paid_on === undefined ? undefined : dayInCell(cells.paid_on);
  const facts = {
    awb_number: awb.awb_number,
    po_number: readOrderNumber(cellText(cells.po_number ?? ''))?.number ?? null,
    cod_idr: amountIn(cells.cod_idr) ?? null,
    fee_idr: amountIn(cells.fee_idr) ?? null,
    net_idr: amountIn(cells.net_idr) ?? null,
    paid_on: day ?? null,
  };
  const day_unread =
    cells.paid_on === undefined || day !== undefined ? null : cellText(cells.paid_on).slice(0, 60);
  const fault = faultIn(cells, facts, awb.is_unreadable, is_total);
  return { facts, day_unread, ...(fault !== undefined && { fault }) };
}

function faultIn(
  cells: Partial<Record<PayoutColumn, Cell>>,
  facts: PayoutFacts,
  is_awb_unreadable: boolean,
  is_total: boolean,
): PayoutRowFault | undefined {
  // What has an AWB number is of a parcel, whatever else it says.
  if (is_total && 'fault' in readAwb(cells.awb_number)) return 'TOTAL';
  if (facts.awb_number === null && facts.po_number === null)
    return is_awb_unreadable ? 'AWB_UNREADABLE' : 'WITHOUT_PARCEL';
  if (facts.net_idr === null) return 'NET_UNREADABLE';
  const is_unreadable =
    (cells.cod_idr !== undefined && facts.cod_idr === null) ||
    (cells.fee_idr !== undefined && facts.fee_idr === null);
  return is_unreadable ? 'AMOUNT_UNREADABLE' : undefined;
}

/** The AWB number in the writing in which it is compared; one of which a spreadsheet has lost digits is none. */
function awbIn(cell: Cell | undefined): { awb_number: string | null; is_unreadable: boolean } {
  const read = readAwb(cell);
  const is_unreadable = 'fault' in read && (read.fault === 'awb_shortened' || read.fault === 'awb_formula');
  const awb = plainAwb('fault' in read ? cellText(cell ?? '') : read.awb_number).slice(0, 100);
  return { awb_number: awb === '' || is_unreadable ? null : awb, is_unreadable };
}

function amountIn(cell: Cell | undefined): number | undefined {
  const amount = cell === undefined ? undefined : signedWholeNumber(cell);
  return amount === undefined || Math.abs(amount) > AMOUNT_MAX ? undefined : amount;
}
