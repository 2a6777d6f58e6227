import type { Bilingual } from '../../../kernel/http/answer.ts';

/** The bookkeeping programs that journals are written for. */
export const JOURNAL_FORMATS = ['JURNAL', 'ACCURATE'] as const;
export type JournalFormat = (typeof JOURNAL_FORMATS)[number];

export const JOURNAL_ACCOUNTS = [
  'CASH',
  'BANK',
  'RECEIVABLE',
  'INVENTORY',
  'SUPPLIER_PAYABLE',
  'SALES',
  'SHIPPING_INCOME',
  'OTHER_INCOME',
  'COST_OF_GOODS',
  'COURIER_CHARGES',
  'EXPENSE',
] as const;
export type JournalAccount = (typeof JOURNAL_ACCOUNTS)[number];

export const ACCOUNT_TITLES: Record<JournalAccount, Bilingual> = {
  CASH: { en: 'Cash, for expenses', id: 'Kas, untuk pengeluaran' },
  BANK: { en: 'Bank', id: 'Bank' },
  RECEIVABLE: { en: 'Accounts receivable', id: 'Piutang usaha' },
  INVENTORY: { en: 'Inventory', id: 'Persediaan barang' },
  SUPPLIER_PAYABLE: { en: 'Payable to suppliers', id: 'Hutang supplier' },
  SALES: { en: 'Sales', id: 'Penjualan' },
  SHIPPING_INCOME: { en: 'Shipping charged', id: 'Pendapatan ongkos kirim' },
  OTHER_INCOME: { en: 'Other costs charged', id: 'Pendapatan biaya lain' },
  COST_OF_GOODS: { en: 'Cost of goods', id: 'Harga pokok penjualan' },
  COURIER_CHARGES: { en: 'Courier charges of COD', id: 'Biaya kurir COD' },
  EXPENSE: { en: 'Expenses', id: 'Beban operasional' },
};

/**
 * Codes to start with, in the manner of the chart of accounts that each program opens a company with. Every company changes its
 * own, so a shop sets those that differ.
 */
export const STARTING_CODES: Record<JournalFormat, Record<JournalAccount, string>> = {
  JURNAL: {
    CASH: '1-10001',
    BANK: '1-10002',
    RECEIVABLE: '1-10100',
    INVENTORY: '1-10200',
    SUPPLIER_PAYABLE: '2-20100',
    SALES: '4-40000',
    SHIPPING_INCOME: '4-40400',
    OTHER_INCOME: '7-70099',
    COST_OF_GOODS: '5-50000',
    COURIER_CHARGES: '6-60000',
    EXPENSE: '6-60100',
  },
  ACCURATE: {
    CASH: '110101',
    BANK: '110102',
    RECEIVABLE: '110301',
    INVENTORY: '110401',
    SUPPLIER_PAYABLE: '210101',
    SALES: '410101',
    SHIPPING_INCOME: '410102',
    OTHER_INCOME: '710101',
    COST_OF_GOODS: '510101',
    COURIER_CHARGES: '610102',
    EXPENSE: '610101',
  },
};
