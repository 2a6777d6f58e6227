import type { z } from 'zod';
import { MESSAGE_VENDOR_TITLES } from '../../../integrations/message/port.ts';
import { isoWithZone } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { CONNECTED_VENDORS } from '../message-account.ts';
import { timeText } from '../quiet-hours.ts';
import { findSettings } from '../settings-row.ts';
import type { MessageSettings } from './schemas.ts';

/** How messages of the shop leave. Keys are not shown. */
export async function getMessageSettings(context: Context): Promise<z.input<typeof MessageSettings>> {
  const settings = await findSettings(context);
  const rows = await context.db
    .selectFrom('message_connections')
    .select(['vendor', 'key_end', 'address', 'sender', 'problem', 'created_at'])
    .where('shop_id', '=', context.shop.id)
    .execute();
  const { vendor, language, quiet_from, quiet_until, per_minute, cost_idr, problem, next_send_at } = settings;
  const moment = (at: Date | undefined | null) => (at ? isoWithZone(at, context.shop.time_zone) : null);
  return {
    vendor,
    vendor_name: MESSAGE_VENDOR_TITLES[vendor],
    language,
    quiet_from: timeText(quiet_from),
    quiet_until: timeText(quiet_until),
    per_minute,
    cost: cost_idr,
    problem,
    paused_until: problem === null ? null : moment(next_send_at),
    connections: CONNECTED_VENDORS.map((name) => {
      const row = rows.find((one) => one.vendor === name);
      return {
        vendor: name,
        name: MESSAGE_VENDOR_TITLES[name],
        key: row === undefined ? null : `…${row.key_end}`,
        address: row?.address ?? null,
        sender: row?.sender ?? null,
        problem: row?.problem ?? null,
        created_at: moment(row?.created_at),
      };
    }),
  };
}
