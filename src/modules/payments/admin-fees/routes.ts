import { z } from 'zod';
import { data, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { createAdminFee, updateAdminFee } from './change-admin-fees.ts';
import { listAdminFees } from './list-admin-fees.ts';
import { AdminFee, AdminFeeSaved, CreateAdminFeeInput, UpdateAdminFeeInput } from './schemas.ts';

const path = '/api/open/setting/payment/admin-fee';
const section = 'Setting Payment Fee';

export const adminFeeRoutes: Route[] = [
  route({
    method: 'POST',
    path,
    operation: 'createAdminFee',
    section,
    summary: 'Create an admin fee',
    description: 'What buyers of a customer category pay on top when they pay through the payment gateway.',
    permission: 'admin_fees.write',
    input: CreateAdminFeeInput,
    answer: success(AdminFeeSaved),
    run: createAdminFee,
  }),
  route({
    method: 'GET',
    path,
    operation: 'listAdminFees',
    tagged: 'DAY',
    section,
    summary: 'List admin fees',
    permission: 'admin_fees.read',
    input: z.object({}),
    answer: data(z.array(AdminFee)),
    run: listAdminFees,
  }),
  route({
    method: 'PATCH',
    path,
    operation: 'updateAdminFee',
    section,
    summary: 'Update an admin fee',
    permission: 'admin_fees.write',
    input: UpdateAdminFeeInput,
    answer: success(AdminFeeSaved),
    run: updateAdminFee,
  }),
];
