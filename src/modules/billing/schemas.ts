import { z } from 'zod';
import { id, list, pageFields, text } from '../../kernel/http/input.ts';
import { named } from '../../kernel/http/openapi-names.ts';
import { periodFields, refuseEarlyEnd } from '../../kernel/http/period.ts';
import { limits } from '../../kernel/limits.ts';
import { PACKAGE_CLASSES } from '../packages/index.ts';

export const Nothing = z.object({});

export const Addon = named('Addon', {
  sort: z.int(),
  class: z.enum(PACKAGE_CLASSES),
  button_title: z.string(),
  message: z.string().nullable(),
  sub_message: z.string().nullable(),
  active: z.boolean(),
  logo: z.string(),
  link: z.string(),
  package: z.string(),
  /** Beyond the reference: for programs. */
  code: z.string().nullable(),
  ends_on: z.string().nullable(),
  credit: z.int().nullable(),
});

export const PackageForSale = named('PackageForSale', {
  code: z.string(),
  class: z.enum(PACKAGE_CLASSES),
  name: z.string(),
  months: z.int().nullable(),
  credit: z.int().nullable(),
  price: z.int(),
  limits: z
    .object({
      users: z.int().nullable(),
      warehouses: z.int().nullable(),
      api_keys: z.boolean(),
    })
    .nullable(),
});

export const ListBillingInput = z
  .object({
    ...periodFields({
      start_date: 'Default: the day on which the shop was registered.',
      end_date: 'Default: today.',
    }),
    ...pageFields({ per_page: Math.min(50, limits.page_size) }),
  })
  .superRefine(refuseEarlyEnd);

export const Billing = named('Billing', {
  id: z.int(),
  invoice: z.string(),
  invoice_url: z.string(),
  services: z.array(z.string()),
  created_at: z.string(),
  payment_date: z.string().nullable(),
  xendit_id: z.string(),
  status: z.enum(['PENDING', 'PAID', 'EXPIRED']),
  amount: z.int(),
  received_amount: z.int(),
  payment_method: z.string(),
  bank_image: z.string().nullable(),
  expired_at: z.string(),
});

export const BILLING_HEAD = { start_date: z.string(), end_date: z.string() };

export const BillingIdInput = z.object({ id: id().describe('Invoice ID.') });

export const OrderPackagesInput = z.object({
  packages: list(text({ max: 40 }), { min: 1, max: PACKAGE_CLASSES.length }).describe(
    'Codes of the packages from `GET /api/open/billing/packages`, one of each class at most.',
  ),
});
