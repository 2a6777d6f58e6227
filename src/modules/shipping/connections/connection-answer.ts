import type { z } from 'zod';
import { VENDOR_TITLES, type VendorName } from '../../../integrations/courier/port.ts';
import { isoWithZone } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { Secret } from '../../../kernel/sealed/index.ts';
import { presentProblem } from '../vendor-errors.ts';
import type { CourierConnection } from './schemas.ts';

type Answer = z.input<typeof CourierConnection>;

export interface ConnectionRow {
  key_end: string;
  problem: string | null;
  created_at: Date;
  tested_at: Date;
}

/** A vendor, and the shop's connection with it, if there is one. The key is never answered. */
export function connectionAnswer(
  context: Context,
  vendor: VendorName,
  row: ConnectionRow | undefined,
): Answer {
  const name = VENDOR_TITLES[vendor];
  const at = (moment: Date | undefined) =>
    moment === undefined ? null : isoWithZone(moment, context.shop.time_zone);
  return {
    vendor,
    name,
    can: { ...context.ports.openCourierVendor(vendor, new Secret('')).can },
    key: row === undefined ? null : `…${row.key_end}`,
    problem: presentProblem(context.language, vendor, row?.problem ?? null),
    created_at: at(row?.created_at),
    tested_at: at(row?.tested_at),
  };
}
