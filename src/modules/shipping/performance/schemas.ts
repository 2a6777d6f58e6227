import { z } from 'zod';
import { id, integer, keyword, oneOf, optional, pageFields } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { periodFields, refuseEarlyEnd } from '../../../kernel/http/period.ts';
import { orderLimits } from '../../orders/index.ts';

export const GROUPINGS = ['courier', 'province', 'product', 'customer', 'user'] as const;

/** What a parcel counts as; each figure of the report is the parcels of one. */
export const FIGURES = ['SENT', 'DELIVERED', 'RETURNED', 'LOST', 'ON_THE_WAY', 'ON_TIME', 'LATE'] as const;

const filters = {
  group_by: oneOf(GROUPINGS),
  courier: optional(keyword({ max: 50 })).describe('Name or code of a courier.'),
  ...periodFields({
    start_date: 'First day on which parcels left. Default: 29 days before the last day.',
    end_date: 'Last day on which parcels left. Default: today.',
  }),
};

export const PerformanceInput = z.object({ ...filters, ...pageFields() }).superRefine(refuseEarlyEnd);

export const PerformanceParcelsInput = z
  .object({
    ...filters,
    id: optional(integer({ min: 0 })).describe('ID of the group; omit it for all groups.'),
    figure: oneOf(FIGURES).describe(
      'Which parcels of the group. ON_TIME and LATE: delivered within, or after, the days of its courier service.',
    ),
    ...pageFields(),
  })
  .superRefine(refuseEarlyEnd);

const share = () => z.number().nullable();

const figureFields = {
  sent: z.int().describe('Parcels that left in the period.'),
  delivered: z.int(),
  returned: z.int(),
  lost: z.int(),
  on_the_way: z.int(),
  return_rate: share().describe('Percentage of the parcels sent; null without any.'),
  lost_rate: share().describe('Percentage of the parcels sent.'),
  on_time: z
    .int()
    .describe(
      'Delivered within the days of the tariff of the shop, of the courier service, or else of our estimate, as it was when the parcel left.',
    ),
  late: z.int(),
  on_time_rate: share().describe('Percentage of the delivered parcels of which a number of days was known.'),
  average_days: share().describe('Days from leaving to delivery, by the calendar of the shop.'),
  cost_of_returns: z
    .int()
    .nullable()
    .describe('What settled returns cost; null without permission to see costs.'),
};

export const PERFORMANCE_HEAD = {
  start_date: z.string(),
  end_date: z.string(),
  total: named('ShippingFigures', figureFields).describe('Of all parcels, each counted once.'),
};

export const PerformanceRow = named('ShippingPerformance', {
  id: z
    .int()
    .nullable()
    .describe(
      'ID of the courier, customer, user (0: none) or product, or official code of the province; null: unknown.',
    ),
  name: z.string(),
  ...figureFields,
});

export const PerformanceParcel = named('PerformanceParcel', {
  order_id: id(),
  shipment: integer({ min: 1, max: orderLimits.order_shipments }),
  po_number: z.int(),
  awb_number: z.string(),
  shipping_status: z.string(),
  left_on: z.string(),
  ended_on: z.string().nullable(),
});
