import { z } from 'zod';
import {
  aliases,
  boolean,
  clearable,
  date,
  email,
  id,
  keyword,
  oneOf,
  optional,
  pageFields,
  phone,
  text,
  withDefault,
} from '../../kernel/http/input.ts';
import { named } from '../../kernel/http/openapi-names.ts';
import { refuseEarlyCreation } from '../../kernel/http/period.ts';
import { normalisePhone } from '../../kernel/phone.ts';
import { customerLimits } from './limits.ts';

const category = () => oneOf(['N', 'Y', 'D', '1', '2', '3']).describe('Customer category code.');

const activation = () =>
  oneOf(['Y', 'N', 'R', 'T']).describe(
    'Y: active, N: not active, R: account requested, T: Storefront customer whose email address is not ' +
      'confirmed.',
  );

const postal_code = () =>
  text({ max: 5 }).refine((value) => /^\d{5}$/.test(value), { params: { code: 'postal_code_format' } });

/** A phone number as given, for a customer who has one: `normalisePhone` reads it with the current one. */
const otherPhone = () =>
  text({ max: 100 })
    .check(({ value, issues }) => {
      if (normalisePhone(value) === undefined)
        issues.push({ code: 'invalid_format', format: 'phone', input: value });
    })
    .meta({ examples: ['081234567890'] });

export const ListCategoriesInput = z.object({
  status: optional(oneOf(['Y', 'N'])).describe('Only active (Y) or only inactive (N) categories.'),
});

export const CustomerCategory = named('CustomerCategory', {
  id: z.int(),
  code: z.string(),
  category_name: z.string(),
  status: z.string(),
  discount_access: z.boolean(),
  wholesale_access: z.boolean(),
});

export const CreateCustomerCategoryInput = z.object({
  category_name: text({ max: 50 }),
  discount_access: withDefault(boolean(), true),
  wholesale_access: withDefault(boolean(), true),
});

export const CustomerCategoryCreated = named('CustomerCategoryCreated', {
  id: z.int(),
  category_name: z.string(),
  code: z.string(),
  status: z.string(),
  discount_access: z.enum(['0', '1']),
  wholesale_access: z.enum(['0', '1']),
});

export const UpdateCustomerCategoryInput = z.object({
  id: id().describe('Customer category ID.'),
  code: optional(category()).describe('Code of the category. It cannot be changed.'),
  category_name: optional(text({ max: 50 })),
  status: optional(oneOf(['Y', 'N'])),
  discount_access: optional(boolean()),
  wholesale_access: optional(boolean()),
});

export const ChangeActivationInput = z.object({
  id: id().describe('Customer ID.'),
  status: oneOf(['0', '1', '2', '4', '5', '6']).describe(
    '0: reject, 1: accept, 2: activate, 4: block, 5: delete, 6: unblock.',
  ),
  category: optional(category()),
});

export const ActivationChanged = named('CustomerActivation', {
  response: z.string(),
  message: z.string(),
  data: z.object({ customer_id: z.string(), name: z.string() }),
});

export const SetAccountInput = z.object({
  id: id().describe('Customer ID.'),
  active: boolean(),
  email: email(),
  name: optional(text({ max: 100 })),
  phone: optional(otherPhone()),
});

export const AccountSet = named('CustomerAccountSet', { response: z.string(), message: z.string() });

export const MonthCount = named('CustomersOfMonth', { total: z.int(), date: z.string() });

const month = () =>
  text({ max: 7 }).refine((value) => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(value), {
    params: { code: 'month_format' },
  });

export const ChosenCustomers = z.object({
  date: optional(month()).describe('Only customers added in this month (yyyy-mm).'),
});

export const DownloadCustomersInput = ChosenCustomers.extend({
  without_being_sent: withDefault(boolean(), false).describe(
    'Return the file in the response instead of mailing a link.',
  ),
});

export const CreateCustomerInput = z.object({
  name: text({ max: customerLimits.customer_name_characters }),
  phone: phone(),
  district_id: id().describe('District ID from Search districts.'),
  address: text({ max: customerLimits.customer_address_characters, multiline: true }),
  postal_code: optional(postal_code()),
  category: category(),
  line: optional(text({ max: 100 })),
  email: optional(email()),
  other: optional(text({ max: 200 })),
  is_active: withDefault(activation(), 'Y'),
});

export const CustomerCreated = named('CustomerCreated', {
  customer_id: z.int(),
  name: z.string(),
  duplicates: z
    .array(z.object({ customer_id: z.int(), name: z.string() }))
    .describe('Customers of the shop with the same phone number, at most five.'),
  duplicates_total: z.int().describe('Total number of customers with the same phone number.'),
});

export const UpdateCustomerInput = aliases(
  z.object({
    customer_id: id().describe('Customer ID.'),
    name: optional(text({ max: customerLimits.customer_name_characters })),
    phone: optional(otherPhone()),
    district_id: optional(id()),
    address: optional(text({ max: customerLimits.customer_address_characters, multiline: true })),
    postal_code: clearable(postal_code()),
    category: optional(category()),
    line: clearable(text({ max: 100 })),
    email: clearable(email()),
    other: clearable(text({ max: 200 })),
    is_active: optional(activation()),
  }),
  { customer_id: ['id'] },
);

export const CustomerChanged = named('CustomerChanged', { customer_id: z.int(), name: z.string() });

export const ListCustomersInput = z
  .object({
    keyword: optional(keyword({ max: 50 })),
    type: optional(oneOf(['NAME', 'EMAIL', 'PHONE', 'ADDRESS'])).describe(
      'Field to search for the keyword. Default: all fields.',
    ),
    create_from: optional(date()),
    create_to: optional(date()),
    category: optional(category()),
    customer_id: optional(id()).describe('Only this customer.'),
    registration_status: optional(oneOf(['0', '1', '4', 'T', 'R'])),
    order_by: withDefault(oneOf(['LATEST_CUSTOMER', 'LAST_ORDER']), 'LATEST_CUSTOMER'),
    ...pageFields(),
  })
  .superRefine(refuseEarlyCreation);

export const CustomerRow = named('Customer', {
  id: z.int(),
  name: z.string(),
  name_initial: z.string(),
  phone: z.string(),
  address: z.string().describe('Full address on one line, with district, city and province.'),
  postal_code: z.string().nullable(),
  district_id: z.int().nullable(),
  district: z.string().nullable(),
  city: z.string().nullable(),
  province: z.string().nullable(),
  email: z.string().nullable(),
  line: z.string().nullable(),
  other: z.string().nullable(),
  category_code: z.string(),
  category: z.string(),
  is_active: z
    .string()
    .describe('Y: active, N: not active, R: account requested, T: email address not confirmed.'),
  registration_status: z
    .string()
    .describe('0: no account, 1: has an account, 4: blocked, T or R: as in `is_active`.'),
  street_address: z
    .string()
    .describe(
      'The address as stored, without the district. This is the value to send when you update the address.',
    ),
  balance_idr: z
    .int()
    .describe(
      'OrderPay balance in rupiah: what the shop owes the customer for cancelled orders that were paid.',
    ),
  created_at: z.string(),
  last_order_at: z.string().nullable(),
});
