import { z } from 'zod';
import {
  boolean,
  date,
  integer,
  oneOf,
  optional,
  pageFields,
  withDefault,
} from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { periodFields, refuseEarlyEnd } from '../../../kernel/http/period.ts';
import { refuseUnclearPeriod, reportPeriodFields } from '../../../kernel/http/report-period.ts';

const PER_PAGE = 100;

export const AnalyzerInput = z.object(reportPeriodFields()).superRefine(refuseUnclearPeriod);

/** By what customers and products are ordered, the largest first. */
export const ORDER_BY = ['TRANSACTION', 'SOLD_ITEMS', 'GROSS_SALES', 'NET_SALES', 'GROSS_PROFIT'] as const;

const customerFields = {
  ...reportPeriodFields(),
  start_old: optional(date()).describe('First day of a period to compare with.'),
  end_old: optional(date()).describe('Last day of the period to compare with. Default: today.'),
  category: optional(oneOf(['N', 'Y', 'D', '1', '2', '3'])).describe('Only customers of this category.'),
  order_by: withDefault(oneOf(ORDER_BY), 'TRANSACTION'),
};

type CustomerChoice = Parameters<typeof refuseUnclearPeriod>[0] & {
  start_old?: string | undefined;
  end_old?: string | undefined;
};

function refuseUnclearPeriods(choice: CustomerChoice, context: z.RefinementCtx): void {
  refuseUnclearPeriod(choice, context);
  const { start_old, end_old } = choice;
  if (start_old !== undefined && end_old !== undefined && end_old < start_old)
    context.addIssue({
      code: 'custom',
      path: ['end_old'],
      params: { code: 'period_ends_early', start: 'start_old' },
    });
}

export const BestCustomersInput = z
  .object({ ...customerFields, ...pageFields({ per_page: PER_PAGE }) })
  .superRefine(refuseUnclearPeriods);

export const ChosenCustomers = z.object(customerFields).superRefine(refuseUnclearPeriods);

const salesFields = {
  group_by: withDefault(oneOf(['PRODUCT', 'SKU', 'CATEGORY']), 'PRODUCT'),
  ...reportPeriodFields(),
  order_by: withDefault(
    oneOf(['SOLD_ITEMS', 'TRANSACTION', 'GROSS_SALES', 'NET_SALES', 'GROSS_PROFIT']),
    'SOLD_ITEMS',
  ),
};

export const BestSalesInput = z
  .object({ ...salesFields, ...pageFields({ per_page: PER_PAGE }) })
  .superRefine(refuseUnclearPeriod);

export const ChosenSales = z.object(salesFields).superRefine(refuseUnclearPeriod);

export const ChannelsInput = z
  .object({
    ...periodFields({
      start_date: 'First day. Default: the first day of the month of the last day.',
      end_date: 'Last day. Default: today.',
    }),
    per_page: optional(integer({ min: 1, max: 100 })).describe('Default: all.'),
    with_net_sales: withDefault(boolean(), true).describe('0: without `net_sales`.'),
  })
  .superRefine(refuseEarlyEnd);

/** Null for roles that cannot see what goods cost. */
const hidden = () => z.int().nullable();

export const BestCustomer = named('BestCustomer', {
  id: z.int(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  total_order: z.int(),
  city: z.string().nullable(),
  address: z.string(),
  category: z.string(),
  category_name: z.string(),
  sold_items: z.int(),
  gross_sales: z.int(),
  net_sales: z.int(),
  gross_profit: hidden(),
  total_order_old: z.int().nullable().describe('Orders in the period to compare with, if there is one.'),
});

export const BestSale = named('BestSale', {
  id: z.int(),
  name: z.string(),
  sku: z.string().nullable(),
  sold: z.int(),
  order: z.int(),
  gross_sales: z.int().describe('At the prices of the units, before any discount.'),
  net_sales: z.int().describe('After all discounts. All products together are the net sales of the report.'),
  gross_profit: hidden(),
});

export const BestLocation = named('BestLocation', {
  city: z.string(),
  percentage: z.int(),
  order: z.int(),
  gross_sales: z.int(),
});

export const CategoryShare = named('CustomerCategoryShare', {
  total_order: z.int(),
  category: z.string(),
  category_name: z.string(),
  gross_sales: z.int(),
});

export const Weekday = named('OrdersOfWeekday', {
  id: z.int().describe('1: Sunday … 7: Saturday.'),
  day: z.string(),
  total: z.int(),
});

export const Channel = named('SalesChannel', {
  title: z.string(),
  net_sales: z.int().optional(),
  total: z.int().describe('Number of orders.'),
});
