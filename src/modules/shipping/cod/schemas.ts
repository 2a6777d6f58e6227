import { z } from 'zod';
import {
  date,
  id,
  integer,
  itemsInTurns,
  list,
  oneOf,
  optional,
  pageFields,
  text,
  withDefault,
} from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { periodFields, refuseEarlyEnd } from '../../../kernel/http/period.ts';
import { UploadedFile } from '../../../kernel/http/route.ts';
import { limits } from '../../../kernel/limits.ts';
import { columnChoice } from '../../../kernel/sheets/column-choice.ts';
import { codLimits } from './limits.ts';
import type { QueueFault } from './match-lines.ts';
import { AMOUNT_MAX, PAYOUT_COLUMN_KEYS } from './payout-columns.ts';

const courierFilter = () =>
  optional(text({ max: 100 }).overwrite((name) => name.toLowerCase())).describe(
    'Courier name (`expedition_name`) from Get active COD couriers.',
  );

export const CodCourier = named('CodCourier', { expedition_name: z.string(), logo_url: z.string() });

export const ListInvoicesInput = z
  .object({
    courier: courierFilter(),
    ...periodFields(),
    status: optional(oneOf(['COMPLETE', 'PENDING'])).describe('Invoice status.'),
    ...pageFields(),
  })
  .superRefine(refuseEarlyEnd);

export const CodInvoice = named('CodInvoice', {
  id: z.string(),
  date: z.string(),
  vendor: z.string(),
  invoice_number: z.string(),
  total: z.string(),
  status: z
    .enum(['PENDING', 'COMPLETE'])
    .describe('COMPLETE: all of it was paid out, or the rest was written off.'),
});

const invoiceId = () => text({ max: 20 }).describe('Invoice ID.');

export const InvoiceIdInput = z.object({ id: invoiceId() });
export const InvoicePdfInput = z.object({ invoice_id: invoiceId() });

export const CodInvoiceDetail = named('CodInvoiceDetail', {
  ...CodInvoice.shape,
  week_start: z.string().describe('Monday of the week.'),
  week_end: z.string().describe('Sunday of the week.'),
  total_idr: z.int(),
  parcels: itemsInTurns(
    z.object({
      order_id: z.int(),
      po_number: z.int(),
      awb_number: z.string().nullable(),
      trip: z.int().describe('Counts from 1: a parcel that came back and was shipped anew is charged anew.'),
      collected_idr: z.int(),
      shipping_idr: z.int().describe('Below 0: charged by the courier. So are the fees.'),
      cod_fee_idr: z.int(),
      return_fee_idr: z.int(),
      net_idr: z.int().describe('What the courier owes for it on this invoice; below 0: what the shop owes.'),
      open_idr: z
        .int()
        .describe('What of the parcel is neither paid out nor written off, over all its invoices.'),
    }),
  ),
});

const bankId = () =>
  optional(id()).describe(
    'Bank ID of the account on which the money came in. Without it, the vendor keeps the money until it is withdrawn.',
  );

export const ImportPayoutInput = z.object({
  file: z
    .custom<UploadedFile>((value) => value instanceof UploadedFile, { params: { code: 'file_required' } })
    .describe(
      `.xlsx or .csv of at most ${codLimits.cod_payout_rows} rows, with columns for the AWB number or PO number and the net amount, by their usual titles in Indonesian or English; COD amount, fee and date are read too.`,
    ),
  columns: columnChoice(PAYOUT_COLUMN_KEYS),
  courier: text({ max: 100 })
    .overwrite((name) => name.toLowerCase())
    .describe('Courier or aggregator that pays out, such as `sicepat`.'),
  bank_id: bankId(),
  paid_on: optional(date()).describe('Day on which the money came in. Default: today.'),
});

export const RecordPayoutInput = z
  .object({
    courier: courierFilter().describe('Default: the courier of the first parcel.'),
    bank_id: bankId(),
    date: optional(date()).describe('Day on which the money came in. Default: today.'),
    invoice_id: optional(text({ max: 20 })).describe(
      'All open parcels of this invoice are paid out in full.',
    ),
    parcels: optional(
      list(
        z.object({
          order_id: id(),
          amount: optional(integer({ min: -AMOUNT_MAX, max: AMOUNT_MAX })).describe(
            'Net amount; below 0 only where the courier owes nothing, as of a parcel that came back. Default: what is open.',
          ),
        }),
        { min: 1, max: codLimits.cod_hand_lines },
      ),
    ),
  })
  .superRefine(({ invoice_id, parcels }, context) => {
    if (invoice_id === undefined && parcels === undefined)
      context.addIssue({
        code: 'custom',
        path: ['parcels'],
        params: { code: 'payout_of_nothing' },
      });
  });

export const PayoutIdInput = z.object({ id: id().describe('Payout ID.') });

export const WithdrawPayoutInput = z.object({
  id: id().describe('Payout ID.'),
  bank_id: id().describe('Bank ID of the account on which the money came in.'),
  date: date().describe('Day on which the money came in.'),
});

const PAYOUT_STATUSES = ['READY', 'APPLYING', 'APPLIED', 'UNDOING', 'UNDONE'] as const;

export const ListPayoutsInput = z.object({
  courier: courierFilter(),
  status: optional(oneOf(PAYOUT_STATUSES)),
  ...pageFields(),
});

export const PayoutDetail = named('CodPayout', {
  id: z.int(),
  source: z.enum(['FILE', 'HAND']),
  vendor: z.string(),
  bank_id: z.int().nullable().describe('null: the vendor keeps the money.'),
  date: z.string(),
  withdrawn_on: z.string().nullable(),
  file_name: z.string().nullable(),
  status: z.enum(PAYOUT_STATUSES).describe('READY: a preview, of which nothing is recorded yet.'),
  settled_idr: z.int(),
  counts: z.object({
    rows: z.int(),
    settled: z.int(),
    queued: z.int().describe('Lines that do not match exactly. Resolve them in the queue.'),
    ignored: z.int(),
    repeated: z.int().describe('Lines that stand in an earlier payout or line. They do nothing.'),
    wrong: z.int().describe('Rows that cannot be read. They do nothing.'),
    passed_over: z.int().describe('Rows that sum up others, such as `Grand Total`. They do nothing.'),
  }),
  job_id: z.int().nullable().describe('See `GET /api/account/job/{id}`.'),
  created_at: z.string(),
});

const LINE_STATUSES = [
  'READY',
  'SETTLED',
  'QUEUED',
  'IGNORED',
  'REPEATED',
  'WRONG',
  'PASSED_OVER',
  'UNDONE',
] as const;

export const ListPayoutLinesInput = z.object({
  id: id().describe('Payout ID.'),
  status: optional(oneOf(LINE_STATUSES)),
  ...pageFields({ per_page: 50 }),
});

const QUEUE_FAULTS = [
  'SHORT',
  'OVER',
  'UNKNOWN',
  'SEVERAL_PARCELS',
  'NOT_DELIVERED',
  'ALREADY_PAID',
  'ORDER_PAID',
] as const satisfies QueueFault[];

export const PayoutLineAnswer = named('CodPayoutLine', {
  id: z.int(),
  payout_id: z.int(),
  row: z.int().describe('Row number in the file, as a spreadsheet shows it.'),
  awb_number: z.string().nullable(),
  po_number: z.int().nullable(),
  cod_amount: z.int().nullable(),
  fee: z.int().nullable(),
  net: z.int().nullable(),
  date: z.string().nullable(),
  status: z.enum(LINE_STATUSES),
  fault: z
    .string()
    .nullable()
    .describe(
      'Why it is in the queue: SHORT, OVER, UNKNOWN (no COD parcel has its numbers), SEVERAL_PARCELS (with its AWB number, and none of them its PO number), NOT_DELIVERED, ALREADY_PAID (of the ' +
        'parcel), ORDER_PAID (the order was paid otherwise). Of a row that cannot be read: WITHOUT_PARCEL, AWB_UNREADABLE, ' +
        'NET_UNREADABLE, AMOUNT_UNREADABLE, SUM_OF_ABOVE; of one that is passed over: TOTAL. Of a preview: what is going to ' +
        'happen, or REPEATED.',
    ),
  order_id: z.int().nullable().describe('The order whose parcel it is; in a preview, as far as it is known.'),
  order_po_number: z.int().nullable(),
  expected: z.int().nullable().describe('What was open of the parcel.'),
  difference: z.int().nullable().describe('Net less expected; below 0: too little.'),
  reason: z
    .string()
    .nullable()
    .describe(
      'Why a row does nothing or what of it was not read; of one that may be of several parcels, which these are; of one that pays its parcel with others, that it does; of a line that was resolved, why it was so.',
    ),
});

export const ListQueueInput = z.object({
  fault: optional(oneOf(QUEUE_FAULTS)),
  ...pageFields({ per_page: 50 }),
});

export const ResolveLineInput = z
  .object({
    id: id().describe('Line ID.'),
    action: oneOf(['MATCH', 'ACCEPT', 'IGNORE']).describe(
      'MATCH: with the order given, or anew by its numbers. ACCEPT: settle the parcel, and write the difference off. ' +
        'IGNORE: leave the parcel as it is.',
    ),
    order_id: optional(id()).describe('Order whose parcel it is, if its numbers do not say so.'),
    reason: optional(text({ max: 500 })).describe('Required to accept or ignore.'),
  })
  .superRefine(({ action, reason }, context) => {
    if (action !== 'MATCH' && reason === undefined)
      context.addIssue({
        code: 'custom',
        path: ['reason'],
        params: { code: 'field_required_for', other: 'action', value: action },
      });
  });

export const InvoicesMade = named('CodInvoicesMade', { made: z.int() });

export const ShippingReportInput = z.object({
  courier: courierFilter(),
  interval: withDefault(integer({ min: 1, max: codLimits.cod_report_days }), 7).describe(
    'Number of days, of which today is the last.',
  ),
});

const figures = {
  package: z.int().describe('Parcels that left.'),
  delivered: z.int().describe('Those of them that were delivered since.'),
  returned: z.int().describe('Those of them that came back.'),
  shipping_cost: z.int(),
  cod_amount: z.int().describe('What couriers collect, or have collected, with them.'),
};

export const ShippingReport = named('ShippingReport', {
  start_date: z.string(),
  end_date: z.string(),
  summary: z.object(figures),
  by_date: z
    .array(z.object({ date: z.string(), ...figures }))
    .describe('Each day of the period, by the day on which parcels left.'),
  by_courier: z.array(z.object({ courier: z.string(), ...figures })),
});

export const ListShippingPaymentsInput = z
  .object({
    courier: courierFilter(),
    ...periodFields(),
    status: optional(oneOf(['COMPLETE', 'PENDING'])).describe('Payment status.'),
    ...pageFields({ per_page: limits.page_size }),
  })
  .superRefine(refuseEarlyEnd);

export const ShippingPayment = named('ShippingPayment', {
  date: z.string(),
  vendor: z.string(),
  invoice_number: z.string().nullable().describe('null: it pays parcels of no invoice, or of several.'),
  description: z.string(),
  total: z.string(),
  status: z
    .enum(['COMPLETE', 'PENDING'])
    .describe('PENDING: the vendor keeps the money, or a line is in the queue.'),
});

export const WithdrawableBalance = {
  withdrawable_balance: z.string().describe('What vendors keep of payouts, and was not withdrawn.'),
};

export const COD_FIGURES = [
  'ON_ITS_WAY',
  'NOT_INVOICED',
  'UNPAID_0_7',
  'UNPAID_8_14',
  'UNPAID_15_30',
  'UNPAID_OVER_30',
  'FAILED',
] as const;

/** Those of NOT_INVOICED and UNPAID_… together. */
export const TO_COME = 'TO_COME';

export const CodAgeing = named('CodAgeing', {
  courier: z.string(),
  figures: z.array(
    z.object({
      figure: z
        .enum(COD_FIGURES)
        .describe(
          'ON_ITS_WAY: to be collected. NOT_INVOICED: delivered, on no invoice yet. UNPAID_…: invoiced and open, by days ' +
            'since the invoice. FAILED: charges of parcels that came back.',
        ),
      parcels: z.int(),
      amount: z.int(),
    }),
  ),
  queue: z.object({ lines: z.int(), amount: z.int() }).describe('Lines of payouts that wait in the queue.'),
});

export const ListCodParcelsInput = z.object({
  courier: courierFilter(),
  figure: optional(oneOf([...COD_FIGURES, TO_COME])).describe(
    'TO_COME: all that is delivered and not paid out, whether it is invoiced or not.',
  ),
  awb_number: optional(text({ max: 100 })),
  ...pageFields({ per_page: 50 }),
});

export const CodParcel = named('CodParcel', {
  order_id: z.int(),
  po_number: z.int(),
  trip: z.int(),
  awb_number: z.string().nullable(),
  courier: z.string(),
  figure: z.enum(COD_FIGURES),
  amount: z.int().describe('What is to be collected, or what is open.'),
  cod_amount: z.int(),
  paid: z.int(),
  written_off: z.int(),
  changed_at: z.string(),
  invoiced_on: z.string().nullable(),
});
