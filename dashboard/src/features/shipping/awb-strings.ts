import { defineStrings } from '../../ui/language.ts';

export const awbStrings = defineStrings(
  {
    title: 'Impor resi',
    about:
      'Daftar resi dari kurir, konter, atau marketplace, Excel atau CSV sampai 20.000 baris. Paketnya dicari dari nomor order, atau dari HP, nama, dan tanggal penerima. Belum ada yang berubah sampai Anda menerapkannya.',
    MATCHED: 'Cocok',
    UNCHANGED: 'Sudah ada',
    WRONG: 'Tidak cocok',
    PASSED_OVER: 'Dilewati',
    APPLIED: 'Diisi',
    UNDONE: 'Diurungkan',
    KEPT: 'Dibiarkan',
    undo_text: (count: string) =>
      `${count} resi dihapus lagi dari ordernya. Paket yang sudah berubah sejak impor tetap memakai resinya.`,
    perhaps: (orders: string) => `Mungkin: ${orders}`,
  },
  {
    title: 'Import AWB numbers',
    about:
      'The list of AWB numbers of a courier, a counter or a marketplace, Excel or CSV of up to 20,000 rows. Parcels are found by the order number, or by phone, name and day of the receiver. Nothing is changed until you apply it.',
    MATCHED: 'Matched',
    UNCHANGED: 'There already',
    WRONG: 'Not matched',
    PASSED_OVER: 'Passed over',
    APPLIED: 'Set',
    UNDONE: 'Undone',
    KEPT: 'Kept',
    undo_text: (count) =>
      `${count} AWB numbers are removed from their orders again. Parcels that were changed since the import keep theirs.`,
    perhaps: (orders) => `Perhaps: ${orders}`,
  },
);
