import type { z } from 'zod';
import { MESSAGE_VENDOR_TITLES } from '../../../integrations/message/port.ts';
import type { Context } from '../../../kernel/context.ts';
import { differenceOf } from '../../../kernel/difference.ts';
import { emit } from '../../../kernel/outbox.ts';
import { messageErrors } from '../errors.ts';
import { needsConnection, openMessageAccount } from '../message-account.ts';
import { minuteOf } from '../quiet-hours.ts';
import { lockSettings, writeSettings } from '../settings-row.ts';
import { getMessageSettings } from './get-settings.ts';
import type { MessageSettings, UpdateSettingsInput } from './schemas.ts';

/**
 * Changes how messages leave. What waits leaves by the new vendor, at its pace.
 * @throws Refusal 422 on `vendor` where the shop has no account at it
 */
export async function updateMessageSettings(
  context: Context,
  input: z.output<typeof UpdateSettingsInput>,
): Promise<z.input<typeof MessageSettings>> {
  return context.transaction(async (inner) => {
    const current = await lockSettings(inner);
    const { vendor = current.vendor } = input;
    if (
      vendor !== current.vendor &&
      needsConnection(vendor) &&
      (await openMessageAccount(inner, vendor)) === undefined
    )
      throw messageErrors.refuseField('message_vendor_unconnected', 'vendor', {
        vendor: MESSAGE_VENDOR_TITLES[vendor],
      });
    const changed = {
      vendor,
      language: input.language ?? current.language,
      quiet_from: input.quiet_from === undefined ? current.quiet_from : minuteOf(input.quiet_from),
      quiet_until: input.quiet_until === undefined ? current.quiet_until : minuteOf(input.quiet_until),
      per_minute: input.per_minute ?? current.per_minute,
      cost_idr: input.cost ?? current.cost_idr,
    };
    // The pace, and what was wrong with the vendor, begin anew.
    await writeSettings(inner, { ...changed, next_send_at: null, problem: null, failures: 0 });
    if (current.work_due_at !== null) await writeSettings(inner, { work_due_at: inner.clock.now() });
    const { next_send_at: _n, problem: _p, failures: _f, work_due_at: _w, ...before } = current;
    await emit(inner, 'message_setting.updated', inner.shop.id, differenceOf(before, changed));
    return getMessageSettings(inner);
  });
}
