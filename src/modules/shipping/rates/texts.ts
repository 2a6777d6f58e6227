import type { CourierProblem } from '../../../integrations/courier/port.ts';
import type { Language } from '../../../kernel/language.ts';

interface RateTexts {
  noTariff(service: string, district: string): string;
  estimate(date: string): string;
  unanswered(vendor: string, problem: CourierProblem): string;
}

const KEY: ReadonlySet<CourierProblem> = new Set(['key_refused', 'balance_too_low', 'not_offered']);
const LATER: ReadonlySet<CourierProblem> = new Set(['busy', 'unavailable', 'unreadable']);

/** What is said of rates that are missing, and what to do. */
export const RATE_TEXTS: Record<Language, RateTexts> = {
  en: {
    noTariff: (service, district) =>
      `There is no tariff of ${service} to ${district}. Enter the shipping cost by hand in expedition.rate of the order, ` +
      `or set a price for the district, city or zone with PUT /api/open/setting/courier/tariff.`,
    estimate: (date) =>
      `Rates with is_estimate are our estimates of ${date}. Import the tariff of your courier to replace them.`,
    unanswered: (vendor, problem) =>
      LATER.has(problem)
        ? `${vendor} has not answered in time, so its rates are missing. Try again in a moment, or use another rate.`
        : KEY.has(problem)
          ? `${vendor} does not give this account rates. Check its API key and balance in the courier settings.`
          : `${vendor} has no rates for this parcel. Check districts and weight, or use another rate.`,
  },
  id: {
    noTariff: (service, district) =>
      `Belum ada tarif ${service} ke ${district}. Isi ongkir secara manual di expedition.rate pesanan, atau atur harga ` +
      `untuk kecamatan, kota, atau zonanya melalui PUT /api/open/setting/courier/tariff.`,
    estimate: (date) =>
      `Tarif dengan is_estimate adalah perkiraan kami per ${date}. Impor tarif kurir Anda untuk menggantinya.`,
    unanswered: (vendor, problem) =>
      LATER.has(problem)
        ? `${vendor} tidak menjawab tepat waktu, sehingga tarifnya tidak ditampilkan. Coba lagi sebentar lagi, atau gunakan tarif lain.`
        : KEY.has(problem)
          ? `${vendor} tidak memberikan tarif untuk akun ini. Periksa API key dan saldonya di pengaturan kurir.`
          : `${vendor} tidak memiliki tarif untuk paket ini. Periksa kecamatan dan berat, atau gunakan tarif lain.`,
  },
};
