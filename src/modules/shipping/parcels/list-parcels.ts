import type { z } from 'zod';
import { dateTimeText } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { cursorText } from '../../../kernel/http/cursor-input.ts';
import { requiresCancelReason } from '../courier-filter.ts';
import { findParcels } from './find-parcels.ts';
import { loadParcelRows, offeredService, type StoredParcel } from './load-parcel-rows.ts';
import type { ListParcelsInput, PARCEL_LIST_HEAD, ParcelRow } from './schemas.ts';

type Input = z.output<typeof ListParcelsInput>;

interface Head {
  head: z.input<z.ZodObject<typeof PARCEL_LIST_HEAD>>;
}

/**
 * A page of the parcels with a shipping status, newest order first. Two statements whatever the page holds, up to five with
 * a keyword; totals are exact up to `limits.exact_total`, with a keyword up to
 * `exact_total_of_keyword`. With `cursor` every page costs the same.
 */
export async function listParcels(
  context: Context,
  input: Input,
): Promise<Page<z.input<typeof ParcelRow>> & Head> {
  const { total, exact, keys } = await findParcels(context, input);
  const page_keys = keys.slice(0, input.per_page);
  const shown = await loadParcelRows(context, context.db, page_keys);
  const last = keys.length > page_keys.length ? page_keys.at(-1) : undefined;
  return {
    head: {
      message: '',
      // No courier of the product asks for more than one.
      min_pickup: 0,
      min_drop_off: 0,
      is_cancel_requirement: shown.some(({ courier_id }) => requiresCancelReason(courier_id)),
    },
    items: shown.map((row) => presentParcel(context, row)),
    total,
    exact_total: exact,
    page: input.cursor === undefined ? input.pagination_offset : 1,
    per_page: input.per_page,
    next_cursor:
      last === undefined ? null : cursorText({ day: last.order_date, id: last.order_id, part: last.number }),
  };
}

function presentParcel({ shop }: Context, row: StoredParcel): z.input<typeof ParcelRow> {
  return {
    order_id: row.order_id,
    shipment: row.number,
    order_date: row.order_date,
    request_date: row.requested_at === null ? null : dateTimeText(row.requested_at, shop.time_zone),
    po_number: row.po_number,
    shipping_status: row.shipping_status ?? 'READY_TO_SHIP',
    printed: row.label_prints > 0,
    total: row.total_idr,
    supplier: row.supplier,
    customer: row.customer,
    expedition: {
      logistic_name: row.logistic_name,
      rate_name: row.rate_name,
      is_cod: row.is_cod,
      cod_amount: row.cod_idr,
      awb_number: row.awb_number ?? '',
    },
    service: offeredService(row),
    dropship: row.is_dropship ? [{ name: row.sender_name, phone: row.sender_phone }] : [],
  };
}
