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
});
