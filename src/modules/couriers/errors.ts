import { defineErrors } from '../../kernel/errors.ts';
import { mapConstraint } from '../../kernel/http/database-errors.ts';

export const courierErrors = defineErrors({
  custom_courier_exists: {
    status: 422,
    en: 'The shop already has a custom courier with this name.',
    id: 'Toko sudah memiliki kurir kustom dengan nama ini.',
    explanation:
      'Names of custom couriers are unique, ignoring letter case. The name of a deleted one is free again.',
  },
  service_of_other_group: {
    status: 422,
    en: 'The courier service in {field} belongs to the group {group}.',
    id: 'Layanan kurir pada {field} termasuk kelompok {group}.',
    explanation:
      '`regular`, `express` and `trucking` each take the courier services that are listed under them.',
  },
});

mapConstraint('custom_couriers_name_unique', { code: 'custom_courier_exists', field: 'name' });
