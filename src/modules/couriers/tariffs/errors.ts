import { defineErrors } from '../../../kernel/errors.ts';

export const tariffErrors = defineErrors({
  tariff_destination: {
    status: 422,
    en: 'Give one of district_id, city_id and zone in {field}.',
    id: 'Isi salah satu dari district_id, city_id, atau zone di {field}.',
    explanation: 'A row of a tariff goes to one district, one city or one zone.',
  },
  tariff_origin: {
    status: 422,
    en: 'Give only one of origin_district_id and origin_city_id in {field}.',
    id: 'Isi hanya satu dari origin_district_id dan origin_city_id di {field}.',
    explanation: 'A row of a tariff begins in one district, in one city, or anywhere if both are omitted.',
  },
  tariff_days: {
    status: 422,
    en: 'The {field} must not be less than min_days.',
    id: '{field} tidak boleh kurang dari min_days.',
    explanation: 'min_days and max_days say in how many days a parcel arrives.',
  },
  tariff_twice: {
    status: 422,
    en: 'The {field} is for the same service and places as row {row}.',
    id: '{field} untuk layanan dan tempat yang sama dengan baris {row}.',
    explanation: 'Each service has one price for a way. Remove one of the two rows.',
  },
  tariff_courier_unknown: {
    status: 422,
    en: 'There is no courier {value}.',
    id: 'Tidak ada kurir {value}.',
    explanation: 'Write the name of a courier as in List courier services, or that of a courier of the shop.',
  },
  tariff_service_unknown: {
    status: 422,
    en: 'The courier has no service {value}. Its services are: {services}.',
    id: 'Kurir ini tidak memiliki layanan {value}. Layanannya: {services}.',
    explanation: 'Write the code or name of a service of the courier.',
  },
  tariff_place_unknown: {
    status: 422,
    en: 'There is no district, city or zone {value}.',
    id: 'Tidak ada kecamatan, kota, atau zona {value}.',
    explanation:
      'Write a district with its city (Klojen, Kota Malang), a city, a zone, or an ID of Search regions.',
  },
  tariff_province_unknown: {
    status: 422,
    en: 'There is no province {value}.',
    id: 'Tidak ada provinsi {value}.',
    explanation: 'Write its name, also shortened, as DKI Jakarta, DIY or Jatim; or leave it empty.',
  },
  tariff_province_other: {
    status: 422,
    en: '{place} is not in the province {value}.',
    id: '{place} tidak berada di provinsi {value}.',
    explanation:
      'Without a province, the names of district and city are enough where only one place has them.',
  },
  tariff_place_several: {
    status: 422,
    en: '{value} may be {places}. Write the district with its city, or the ID in brackets.',
    id: '{value} bisa berarti {places}. Tulis kecamatan beserta kotanya, atau ID dalam kurung.',
    explanation: 'Many districts and cities share a name. With its city, or by its ID, a district is clear.',
  },
  tariff_place_missing: {
    status: 422,
    en: 'The destination is missing.',
    id: 'Tujuan belum diisi.',
    explanation: 'Fill in the column of destinations, or those of city and district.',
  },
  tariff_price: {
    status: 422,
    en: 'This is no price in whole rupiah.',
    id: 'Ini bukan harga dalam rupiah bulat.',
    explanation: 'Write digits, also with dots and Rp: 12000, 12.000 or Rp12.000.',
  },
  tariff_min_kg: {
    status: 422,
    en: 'The minimum weight is a whole number of kilograms from 1 to {most}.',
    id: 'Berat minimum adalah bilangan bulat kilogram dari 1 sampai {most}.',
    explanation: 'Kilograms that are charged at least, as 10 for trucking.',
  },
  tariff_days_unread: {
    status: 422,
    en: 'Write the days as 2 or 2-3.',
    id: 'Tulis jumlah hari seperti 2 atau 2-3.',
    explanation: 'In how many days a parcel arrives, 90 at most.',
  },
  tariff_row_twice: {
    status: 422,
    en: 'Row {row} has the same service and places.',
    id: 'Baris {row} memiliki layanan dan tempat yang sama.',
    explanation: 'Each service has one price for a way. Remove one of the two rows.',
  },
  tariff_import_status: {
    status: 409,
    en: 'The import is {status}, and only one that is READY can be applied.',
    id: 'Impor ini berstatus {status}; hanya impor berstatus READY yang dapat diterapkan.',
    explanation: 'Upload the file again to apply it once more.',
  },
  tariff_import_has_faults: {
    status: 422,
    en: '{count} rows are invalid. Correct them, or apply the others with partial.',
    id: '{count} baris tidak valid. Perbaiki dulu, atau terapkan baris lainnya dengan partial.',
    explanation: 'List the rows with outcome WRONG to see the errors.',
  },
  tariff_import_nothing: {
    status: 422,
    en: 'The import has no valid row.',
    id: 'Impor ini tidak memiliki baris yang valid.',
    explanation: 'List its rows to see the errors.',
  },
});
