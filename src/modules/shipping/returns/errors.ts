import { defineErrors } from '../../../kernel/errors.ts';
import { mapConstraint } from '../../../kernel/http/database-errors.ts';

export const returnErrors = defineErrors({
  return_state_other: {
    status: 422,
    en: 'The return is {state}. This requires {needed}.',
    id: 'Retur berstatus {state}. Tindakan ini memerlukan {needed}.',
    explanation:
      'A return is announced, on its way, received and settled, in this order. One that was announced by mistake is ' +
      'cancelled before it is received.',
  },
  return_exists: {
    status: 422,
    en: 'This parcel already has a return. Open that one.',
    id: 'Paket ini sudah memiliki retur. Buka retur tersebut.',
    explanation: 'A parcel comes back once. Find its return with the AWB number or PO number.',
  },
  parcel_not_sent: {
    status: 422,
    en: 'The parcel has the shipping status {status}: it has not left, so it cannot come back.',
    id: 'Status paket ini {status}: paket belum dikirim, jadi belum bisa kembali.',
    explanation: 'A return can be announced for parcels that are with the courier, delivered or returned.',
  },
  return_not_accounted: {
    status: 422,
    en: '{accounted} units are accounted for, but the parcel has {quantity} of this product.',
    id: 'Tercatat {accounted} unit, padahal paket berisi {quantity} unit produk ini.',
    explanation:
      'Each unit of the parcel is sellable, damaged or missing. Omit `sellable`: it is what remains.',
  },
  return_line_repeated: {
    status: 422,
    en: 'The {field} is the same as that of line {line}.',
    id: '{field} sama dengan baris {line}.',
    explanation: 'Each product of the parcel is named once.',
  },
  return_not_received: {
    status: 422,
    en: 'The parcel has not been received yet. Receive it first, so that its units are accounted for.',
    id: 'Paket belum diterima. Terima dulu paketnya agar setiap unit tercatat.',
    explanation:
      'Only the return of a cancelled order, whose stock is back, is settled without being received.',
  },
});

mapConstraint('parcel_returns_once', { code: 'return_exists', field: 'order_id' });
