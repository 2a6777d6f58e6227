import { z } from 'zod';
import { data, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { listCharges } from './list-charges.ts';
import { CourierCharge, UpdateChargeInput } from './schemas.ts';
import { updateCharge } from './update-charge.ts';

const path = '/api/open/setting/courier/charge';
const section = 'Setting Storefront Courier';

export const chargeRoutes: Route[] = [
  route({
    method: 'GET',
    path,
    operation: 'listCourierCharges',
    tagged: 'DAY',
    section,
    summary: 'List the charges of couriers',
    description:
      'Chargeable weight, insurance, COD fee, return fee and wooden packing of each courier, as the shop has set them or as the product starts with.',
    permission: 'shop.read',
    input: z.object({}),
    answer: data(z.array(CourierCharge)),
    run: listCharges,
  }),
  route({
    method: 'PATCH',
    path,
    operation: 'updateCourierCharge',
    section,
    summary: 'Update the charges of a courier',
    description: 'Only the given fields change; null resets a field to its starting value.',
    permission: 'shop.write',
    input: UpdateChargeInput,
    answer: success(CourierCharge, { en: 'Courier charges updated', id: 'Biaya kurir berhasil diubah' }),
    run: updateCharge,
  }),
];
