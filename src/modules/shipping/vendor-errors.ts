import { VENDOR_TITLES, type CourierProblem, type VendorName } from '../../integrations/courier/port.ts';
import { defineErrors, errorText } from '../../kernel/errors.ts';
import type { Language } from '../../kernel/language.ts';

const BY_VENDOR =
  'What the shop wanted of a company that asks couriers (vendor) was not done. Nothing was changed.';

/** Why a vendor did not do something: a sentence that names it, and says what to do. */
export const vendorErrors = defineErrors({
  vendor_key_refused: {
    status: 422,
    en: '{vendor} does not accept the API key. Save a valid key in the courier settings, then try again.',
    id: '{vendor} menolak API key. Simpan API key yang benar di pengaturan kurir, lalu coba lagi.',
    explanation: BY_VENDOR,
  },
  vendor_balance_too_low: {
    status: 422,
    en: 'The balance at {vendor} is not sufficient. Top it up, then try again.',
    id: 'Saldo di {vendor} tidak cukup. Isi saldo, lalu coba lagi.',
    explanation: BY_VENDOR,
  },
  vendor_origin_unknown: {
    status: 422,
    en: '{vendor} does not know the district of the sender. Check the address of the supplier, or ship without {vendor}.',
    id: '{vendor} tidak mengenali kecamatan pengirim. Periksa alamat supplier, atau kirim tanpa {vendor}.',
    explanation: BY_VENDOR,
  },
  vendor_destination_unknown: {
    status: 422,
    en: '{vendor} does not know the district of the receiver. Check district and postal code, or ship without {vendor}.',
    id: '{vendor} tidak mengenali kecamatan penerima. Periksa kecamatan dan kode pos, atau kirim tanpa {vendor}.',
    explanation: BY_VENDOR,
  },
  vendor_no_rate: {
    status: 422,
    en: 'The courier does not carry this parcel there through {vendor}. Choose another service, or ship without {vendor}.',
    id: 'Kurir tidak melayani paket ini ke tujuan melalui {vendor}. Pilih layanan lain, atau kirim tanpa {vendor}.',
    explanation: BY_VENDOR,
  },
  vendor_service_unknown: {
    status: 422,
    en: '{vendor} does not have this courier service. Choose another service, or ship without {vendor}.',
    id: '{vendor} tidak memiliki layanan kurir ini. Pilih layanan lain, atau kirim tanpa {vendor}.',
    explanation: BY_VENDOR,
  },
  vendor_cod_refused: {
    status: 422,
    en: 'The courier does not collect cash for this parcel through {vendor}. Choose another courier, or ask {vendor} to activate COD.',
    id: 'Kurir tidak melayani COD untuk paket ini melalui {vendor}. Pilih kurir lain, atau minta {vendor} mengaktifkan COD.',
    explanation: BY_VENDOR,
  },
  vendor_request_refused: {
    status: 422,
    en: '{vendor} refused the parcel. Check names, phone numbers and addresses of the order, then try again.',
    id: '{vendor} menolak paket ini. Periksa nama, nomor telepon, dan alamat pesanan, lalu coba lagi.',
    explanation: BY_VENDOR,
  },
  vendor_refusal_unknown: {
    status: 422,
    en: '{vendor} refused for a reason that is not known here. Check the order, and the dashboard of {vendor}, then try again.',
    id: '{vendor} menolak dengan alasan yang belum dikenal. Periksa pesanan dan dashboard {vendor}, lalu coba lagi.',
    explanation: BY_VENDOR,
  },
  vendor_cancel_unsure: {
    status: 422,
    en: '{vendor} does not say whether the parcel is booked. If it is on the dashboard of {vendor}, cancel it there; then cancel here once more.',
    id: '{vendor} tidak memberi tahu apakah paket ini sudah dipesan. Jika ada di dashboard {vendor}, batalkan di sana, lalu batalkan sekali lagi di sini.',
    explanation: BY_VENDOR,
  },
  vendor_booking_unknown: {
    status: 422,
    en: '{vendor} does not know this booking any more. Look at the dashboard of {vendor}, then request the pickup again.',
    id: '{vendor} tidak mengenali pemesanan ini lagi. Periksa dashboard {vendor}, lalu ajukan pickup kembali.',
    explanation: BY_VENDOR,
  },
  vendor_too_late: {
    status: 422,
    en: 'The courier already has the parcel, so {vendor} cannot cancel it. Wait for the parcel, or call the courier.',
    id: 'Paket sudah dibawa kurir, sehingga {vendor} tidak dapat membatalkannya. Tunggu paketnya, atau hubungi kurir.',
    explanation: BY_VENDOR,
  },
  vendor_cancel_refused: {
    status: 422,
    en: '{vendor} does not cancel this booking: the courier may already have the parcel. Ask {vendor}, or wait for the parcel.',
    id: '{vendor} tidak membatalkan pemesanan ini: paket mungkin sudah dibawa kurir. Tanyakan ke {vendor}, atau tunggu paketnya.',
    explanation: BY_VENDOR,
  },
  vendor_awb_unusable: {
    status: 422,
    en: 'The AWB number that {vendor} gave is not valid. Look at the dashboard of {vendor}, and enter the number by hand.',
    id: 'Nomor resi dari {vendor} tidak valid. Periksa dashboard {vendor}, lalu isi nomor resinya secara manual.',
    explanation: BY_VENDOR,
  },
  vendor_awb_taken: {
    status: 422,
    en:
      'The AWB number that {vendor} gave is that of another parcel of the shop. Look at the dashboard of {vendor}, and enter ' +
      'the right number by hand.',
    id:
      'Nomor resi dari {vendor} sudah dipakai paket lain di toko ini. Periksa dashboard {vendor}, lalu isi nomor resi yang ' +
      'benar secara manual.',
    explanation: BY_VENDOR,
  },
  vendor_not_offered: {
    status: 422,
    en: '{vendor} does not offer this. Do it in the dashboard of the courier, or by hand.',
    id: '{vendor} tidak menyediakan layanan ini. Lakukan di dashboard kurir, atau secara manual.',
    explanation: BY_VENDOR,
  },
  vendor_busy: {
    status: 503,
    en: '{vendor} gets too many requests at the moment. It is tried again automatically.',
    id: '{vendor} sedang menerima terlalu banyak permintaan. Akan dicoba lagi secara otomatis.',
    explanation: BY_VENDOR,
  },
  vendor_unavailable: {
    status: 503,
    en: '{vendor} does not respond at the moment. It is tried again automatically; you can also ship without {vendor}.',
    id: '{vendor} sedang tidak merespons. Akan dicoba lagi secara otomatis; Anda juga dapat mengirim tanpa {vendor}.',
    explanation: BY_VENDOR,
  },
  vendor_unreadable: {
    status: 503,
    en: '{vendor} gave a response that could not be understood. It is tried again automatically.',
    id: 'Jawaban {vendor} tidak dapat dipahami. Akan dicoba lagi secara otomatis.',
    explanation: BY_VENDOR,
  },
  vendor_disconnected: {
    status: 422,
    en: 'The shop is no longer connected to {vendor}. Save its API key in the courier settings, then try again.',
    id: 'Toko tidak lagi terhubung dengan {vendor}. Simpan API key-nya di pengaturan kurir, lalu coba lagi.',
    explanation: BY_VENDOR,
  },
  vendor_booked_canceled: {
    status: 422,
    en: 'The booking was canceled at {vendor}. Cancel it here too, then request the pickup again.',
    id: 'Pemesanan sudah dibatalkan di {vendor}. Batalkan juga di sini, lalu ajukan pickup kembali.',
    explanation: BY_VENDOR,
  },
  booking_canceling: {
    status: 409,
    en: 'The earlier booking of order {po_number} is still being canceled. Try again when that is done.',
    id: 'Pemesanan sebelumnya untuk pesanan {po_number} masih dalam proses pembatalan. Coba lagi setelah selesai.',
    explanation:
      'A parcel is booked with one vendor at a time. `GET /api/open/shipping/work` lists what waits.',
  },
  booking_not_open: {
    status: 422,
    en: 'There is nothing to try again: this booking is {state}.',
    id: 'Tidak ada yang perlu dicoba lagi: pemesanan ini berstatus {state}.',
    explanation: 'Only bookings that wait or failed can be tried again.',
  },
});

/** What became of a booking, in our words: a vendor's problem, or one of our own. */
export type BookingProblem =
  | CourierProblem
  | 'disconnected'
  | 'booked_canceled'
  | 'cancel_refused'
  | 'cancel_unsure'
  | 'awb_unusable'
  | 'awb_taken';

/** A problem as answers tell it; null: none. */
export function presentProblem(
  language: Language,
  vendor: VendorName | null,
  problem: string | null,
): { code: string; message: string } | null {
  if (problem === null) return null;
  const code = `vendor_${problem}`;
  const values = { vendor: vendor === null ? '' : VENDOR_TITLES[vendor] };
  return { code, message: errorText({ code, values }, language) };
}
