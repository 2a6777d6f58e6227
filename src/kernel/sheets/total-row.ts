import type { Cell } from './cells.ts';

const SAYS = new Set('total grandtotal subtotal jumlah sum summary rekap rekapitulasi'.split(' '));
const BESIDE = new Set(
  (
    'grand sub cod non paket resi awb kiriman pengiriman pesanan order orders shipment shipments parcel parcels data baris ' +
    'row rows nilai nominal amount tagihan bersih net nett netto kotor gross pencairan dicairkan dana uang transfer ' +
    'ditransfer dibayarkan dibayar diterima biaya fee ongkir ongkos kirim potongan pendapatan settlement payout remittance ' +
    'rp idr rupiah pcs item items semua seluruh seluruhnya keseluruhan akhir all overall of dan and per hari harian bulan'
  ).split(' '),
);
/** What is longer is no title of a sum. */
const CHARACTERS_MOST = 60;

/** Whether a cell says that its row sums up others: `TOTAL`, `Grand Total`, `Sub-total:`, `Jumlah`, `Total COD (12 paket)`. */
export function isTotal(cell: Cell): boolean {
  if (typeof cell !== 'string' || cell.length > CHARACTERS_MOST) return false;
  const words = cell.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.some((word) => SAYS.has(word)) && words.every((word) => SAYS.has(word) || BESIDE.has(word));
}
