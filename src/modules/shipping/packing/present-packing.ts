import type { z } from 'zod';
import type { LockedOrder } from '../../orders/index.ts';
import type { Packing, PackingLine } from './load-packing.ts';
import type { ParcelToPack } from './schemas.ts';

/** Whether exactly what was ordered is packed. */
export function isComplete(lines: readonly PackingLine[]): boolean {
  return lines.every(({ qty, packed }) => packed === qty);
}

export function presentPacking(
  order: LockedOrder,
  number: number,
  { awb_number, lines }: Packing,
): z.input<typeof ParcelToPack> {
  return {
    order_id: order.id,
    po_number: order.po_number,
    shipment: number,
    shipment_count: order.shipment_count,
    awb_number,
    courier: `${order.logistic_name} ${order.rate_name}`.trim(),
    receiver: order.receiver_name,
    note: order.note,
    is_complete: isComplete(lines),
    qty: total(lines, 'qty'),
    packed: total(lines, 'packed'),
    lines: lines.map(({ current_sku: _current, ...line }) => line),
  };
}

const total = (lines: readonly PackingLine[], what: 'qty' | 'packed') =>
  lines.reduce((sum, line) => sum + line[what], 0);
