import { defineErrors } from '../../../kernel/errors.ts';

export const codErrors = defineErrors({
  payout_too_long: {
    status: 422,
    en: 'A payout file can have at most {limit} rows.',
    id: 'File pencairan maksimal berisi {limit} baris.',
    explanation: 'Split the file and import its parts one after the other.',
  },
  payout_without_parcels: {
    status: 422,
    en: 'The file has no column of AWB numbers or PO numbers.',
    id: 'File tidak memiliki kolom nomor resi atau nomor pesanan.',
    explanation:
      'Parcels are found by their AWB number, else by their PO number: one of the two columns is needed.',
  },
  payout_status: {
    status: 409,
    en: 'This is not possible while the payout is {status}.',
    id: 'Tindakan ini tidak dapat dilakukan selama pencairan berstatus {status}.',
    explanation:
      'A payout is applied once, and undone after that. Wait until the job that works on it has finished.',
  },
  payout_in_bank: {
    status: 422,
    en: 'The money of this payout is on a bank account already.',
    id: 'Uang pencairan ini sudah masuk ke rekening bank.',
    explanation: 'Only what is kept with the vendor can be withdrawn.',
  },
  cod_nothing_open: {
    status: 422,
    en: 'Nothing of this parcel is open.',
    id: 'Tidak ada tagihan yang terbuka untuk paket ini.',
    explanation:
      'The parcel has no COD charges, or all of it was paid out. Give an amount to record it nevertheless.',
  },
  cod_line_resolved: {
    status: 409,
    en: 'This line is not in the queue any more.',
    id: 'Baris ini sudah tidak ada di antrean.',
    explanation: 'Somebody has resolved it, or its payout was undone.',
  },
  cod_line_without_parcel: {
    status: 422,
    en: 'No delivered COD parcel is known for this line. Match it with an order first, or ignore it.',
    id: 'Belum ada paket COD terkirim untuk baris ini. Cocokkan dengan pesanan terlebih dahulu, atau abaikan.',
    explanation: 'A difference can be accepted only for a parcel that was delivered, came back or was lost.',
  },
});
