import { z } from 'zod';
import { id, integer, oneOf, optional, pageFields } from '../../kernel/http/input.ts';
import { named } from '../../kernel/http/openapi-names.ts';
import { refuseUnclearPeriod, reportPeriodFields } from '../../kernel/http/report-period.ts';
import { CHANNEL_CODES } from './channels.ts';
import { ORDER_GROUPS } from './groups.ts';

export const ReportInput = z.object(reportPeriodFields()).superRefine(refuseUnclearPeriod);

export const DetailInput = z
  .object({ group: oneOf(['gross-sales', 'net-sales', 'gross-profit']), ...reportPeriodFields() })
  .superRefine(refuseUnclearPeriod);

export const OrdersBehindInput = z
  .object({
    group: oneOf(ORDER_GROUPS).describe('The figure whose orders are listed.'),
    ...reportPeriodFields(),
    order_category: optional(oneOf(CHANNEL_CODES)).describe('Only orders made there, as in `by_source`.'),
    user_id: optional(integer({ min: 0 })).describe(
      'Only orders of this user, as in `by_admin`. 0: of no user.',
    ),
    expedition_id: optional(id()).describe('Only orders with this courier, as in the expedition chart.'),
    ...pageFields(),
  })
  .superRefine(refuseUnclearPeriod);

/** Null for roles that cannot see what goods cost. */
const hidden = () => z.int().nullable();

const compared = z.object({ nominal: z.int(), percentage: z.int() });
const comparedProfit = z.object({ nominal: hidden(), percentage: hidden() });

const OtherPeriod = named('ReportOfOtherPeriod', {
  start_date: z.string(),
  end_date: z.string(),
  orders: z.int(),
  gross_sales: z.int(),
  net_sales: z.int(),
  gross_profit: hidden(),
  expense: z.int(),
  net_profit: hidden(),
  percentage: z
    .object({
      gross_sales: z.int(),
      net_sales: z.int(),
      gross_profit: hidden(),
      expense: z.int(),
      net_profit: hidden(),
    })
    .describe('Change of this period against that one, in percent.'),
});

export const Report = named('Report', {
  start_date: z.string(),
  end_date: z.string(),
  orders: z.int(),
  net_sales: compared,
  gross_profit: comparedProfit,
  gross_sales: z.object({
    nominal: z.int(),
    unpaid: z.string(),
    unpaid_nominal: z.int(),
    percentage: z.int(),
  }),
  net_profit: comparedProfit,
  expense: compared,
  discount: z.int(),
  postage: z.int(),
  order_cost: z.int(),
  cost_of_goods: hidden(),
  product: z.object({ total_stock: z.int(), assets: hidden() }),
  shopee_active: z.boolean(),
  shopee: z.object({
    escrow_expense: z.null(),
    escrow_revenue: z.null(),
    total_amount: z.null(),
    total_escrow: z.null(),
  }),
  supplier_pay: z.object({ show: z.boolean(), nominal: z.int() }),
  // `before`: the period of the same length just before; `last_year`: the same days a year before.
  before: OtherPeriod,
  last_year: OtherPeriod,
});

export const ReportDetail = named('ReportDetail', {
  by_source: z.array(
    z.object({ name: z.string(), order_category: z.string(), orders: z.int(), value: z.int() }),
  ),
  by_admin: z.array(z.object({ user_id: z.int(), name: z.string(), orders: z.int(), value: z.int() })),
});

export const OrderBehind = named('OrderOfReport', {
  order_id: z.int(),
  po_number: z.int(),
  invoice: z.string(),
  order_date: z.string(),
  sender_name: z.string(),
  order_category: z.string(),
  source: z.string(),
  user_id: z.int(),
  user_name: z.string(),
  logistic_name: z.string(),
  payment_status: z.string(),
  gross_sales: z.int(),
  unpaid: z.int(),
  postage: z.int(),
  order_cost: z.int(),
  discount: z.int(),
  net_sales: z.int(),
  cost_of_goods: hidden(),
  gross_profit: hidden(),
  value: z.int().describe('What the order adds to the figure.'),
});

export const ordersBehindHead = { total: z.int().describe('The figure: the sum over all pages.') };

export const SalesPoint = named('SalesPoint', { date: z.string(), amount: z.int(), day: z.string() });

export const ProfitPoint = named('ProfitPoint', {
  date: z.string(),
  net_sales: z.int(),
  gross_profit: hidden(),
  day: z.string(),
});

export const ExpeditionShare = named('ExpeditionShare', {
  expedition_id: z.int(),
  expedition_name: z.string(),
  amount: z.int(),
  orders: z.int(),
});

export const BankReport = named('BankReport', {
  id: z.int(),
  bank: z.string(),
  holder_name: z.string(),
  bank_number: z.string(),
  image: z.string(),
  nominal: z.int(),
  idr: z.string(),
  payments: z.int(),
});

export const ProfitLossInput = z.object(reportPeriodFields()).superRefine(refuseUnclearPeriod);

const days = { start_date: z.string(), end_date: z.string() };

export const ProfitLossStatement = named('ProfitLoss', {
  ...days,
  before: z.object(days).describe('The period of the same length just before.'),
  last_year: z.object(days).describe('The same days a year before.'),
  lines: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      is_sum: z.boolean().describe('Adds up the lines above.'),
      nominal: z.int().describe('What lowers the profit is negative.'),
      before: z.int(),
      last_year: z.int(),
    }),
  ),
});

export const CashView = named('CashView', {
  ...days,
  money_in: z.object({
    total: z.int(),
    by_account: z.array(BankReport),
    by_day: z.array(
      z.object({
        date: z.string(),
        nominal: z.int(),
        accounts: z.array(z.object({ id: z.int(), nominal: z.int() })),
      }),
    ),
  }),
  expense: z.int(),
  net: z.int().describe('Money that came in, less expenses.'),
  now: z
    .object({
      receivable: z.int().describe('What customers owe for accepted orders.'),
      cod_not_sent: z.int().describe('What couriers are to collect for COD orders that have not left.'),
      cod_on_its_way: z.int().describe('What couriers are to collect for parcels that are on their way.'),
      cod_to_come: z.int().describe('What couriers have collected and not paid out, less what they charge.'),
      orderpay_available: z.int(),
      orderpay_on_hold: z.int(),
    })
    .describe('As of now, whatever the period.'),
});
