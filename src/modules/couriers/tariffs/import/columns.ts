import type { Language } from '../../../../kernel/language.ts';
import type { SoughtColumn } from '../../../../kernel/sheets/match-titles.ts';

export type TariffColumn =
  | 'courier'
  | 'service'
  | 'origin'
  | 'destination'
  | 'province'
  | 'city'
  | 'district'
  | 'first_kg'
  | 'next_kg'
  | 'min_kg'
  | 'days';

interface Column extends SoughtColumn<TariffColumn> {
  title: Record<Language, string>;
  /** Stands in the template and in downloads; the others are of the couriers' own lists. */
  is_ours: boolean;
  is_number?: true;
}

function column(
  key: TariffColumn,
  title: Record<Language, string>,
  others: readonly string[],
  more: Partial<Column> = {},
): Column {
  return { key, title, titles: [title.id, title.en, ...others], is_ours: true, ...more };
}

/** The columns of a tariff as a spreadsheet, in the order of the template. */
export const TARIFF_COLUMNS: readonly Column[] = [
  column('courier', { id: 'Kurir', en: 'Courier' }, ['Ekspedisi', 'Logistik', 'Expedition', 'Logistic'], {
    is_needed: true,
  }),
  column('service', { id: 'Layanan', en: 'Service' }, ['Jenis layanan', 'Servis', 'Paket']),
  column('origin', { id: 'Asal', en: 'Origin' }, ['Kota asal', 'Kecamatan asal', 'Origin city', 'From']),
  column('destination', { id: 'Tujuan', en: 'Destination' }, ['Zona', 'Zone', 'To']),
  column('province', { id: 'Provinsi', en: 'Province' }, ['Provinsi tujuan', 'Propinsi'], { is_ours: false }),
  column(
    'city',
    { id: 'Kota', en: 'City' },
    ['Kota tujuan', 'Kota/Kabupaten', 'Kabupaten/Kota', 'Kota / Kabupaten', 'Kabupaten', 'Destination city'],
    { is_ours: false },
  ),
  column(
    'district',
    { id: 'Kecamatan', en: 'District' },
    ['Kecamatan tujuan', 'Subdistrict', 'Destination district'],
    { is_ours: false },
  ),
  column(
    'next_kg',
    { id: 'Harga per kg', en: 'Price per kg' },
    ['Tarif per kg', 'Ongkir per kg', 'Tarif', 'Harga', 'Ongkir', 'Rate', 'Price'],
    { is_needed: true, is_number: true },
  ),
  column(
    'first_kg',
    { id: 'Harga kg pertama', en: 'First kg price' },
    ['Tarif kg pertama', 'Tarif 1 kg pertama', 'First kg'],
    { is_number: true },
  ),
  column('min_kg', { id: 'Berat minimum (kg)', en: 'Minimum weight (kg)' }, [
    'Berat minimum',
    'Minimum kg',
    'Min kg',
    'Berat minimal',
    'Minimum weight',
  ]),
  column('days', { id: 'Estimasi (hari)', en: 'Days' }, [
    'Estimasi',
    'Lama (hari)',
    'Hari',
    'ETD',
    'Lead time',
    'SLA',
  ]),
];

/** The columns of the template and of downloads. */
export const OUR_COLUMNS = TARIFF_COLUMNS.filter(({ is_ours }) => is_ours);
