import { defineStrings } from '../language.ts';

export const printWords = defineStrings(
  {
    open: 'Buka',
    keep: 'Simpan PDF',
    open_to_print: 'Dokumen sudah jadi. Buka, lalu cetak atau bagikan dari sana.',
  },
  {
    open: 'Open',
    keep: 'Save PDF',
    open_to_print: 'The document is ready. Open it, then print or share it from there.',
  },
);
