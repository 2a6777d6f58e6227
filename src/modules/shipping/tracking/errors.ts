import { defineErrors } from '../../../kernel/errors.ts';

export const trackingErrors = defineErrors({
  tracking_in_future: {
    status: 422,
    en: 'The {field} must not be in the future.',
    id: '{field} tidak boleh di masa depan.',
    explanation: 'Only what has happened to a parcel can be recorded.',
  },
  tracking_not_connected: {
    status: 422,
    en: 'No connected vendor tracks parcels of {courier}. Record what the courier says by hand.',
    id: 'Tidak ada vendor terhubung yang melacak paket {courier}. Catat kabar dari kurir secara manual.',
    explanation: 'Connect a vendor that tracks this courier, or add tracking events yourself.',
  },
  parcel_without_awb: {
    status: 422,
    en: 'The parcel has no AWB number, so it cannot be tracked.',
    id: 'Paket belum memiliki nomor resi, sehingga tidak dapat dilacak.',
    explanation: 'Add the AWB number of the parcel first.',
  },
});
