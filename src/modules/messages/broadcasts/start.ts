import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import type { Receivers } from '../broadcast-receivers.ts';
import { planBroadcast, startBroadcast, type BroadcastPlan, type NewBroadcast } from '../start-broadcast.ts';
import type { BroadcastInput, BroadcastPreview, BroadcastStarted } from './schemas.ts';

type Input = z.output<typeof BroadcastInput>;

/** Who would receive it, at what cost, and as what text. Nothing is sent. */
export async function previewBroadcast(
  context: Context,
  input: Input,
): Promise<z.input<typeof BroadcastPreview>> {
  const plan = await planBroadcast(context, broadcastOf(input));
  const { counts, settings, text } = plan;
  const { receivers, opted_out, no_phone, duplicate_number } = counts;
  return {
    receivers,
    skipped: { opted_out, no_phone, duplicate_number },
    vendor: settings.vendor,
    cost: costOf(plan),
    minutes: settings.vendor === 'link' ? 0 : Math.ceil(receivers / settings.per_minute),
    text,
  };
}

/** Begins to send it. @throws Refusal as `startBroadcast` */
export async function beginBroadcast(
  context: Context,
  input: Input,
): Promise<z.input<typeof BroadcastStarted>> {
  const plan = await startBroadcast(context, broadcastOf(input));
  const { receivers, total } = plan.counts;
  return {
    id: plan.broadcast_id,
    state: 'PREPARING',
    receivers,
    skipped: total - receivers,
    cost: costOf(plan),
    text: plan.text,
  };
}

const costOf = ({ counts, settings }: BroadcastPlan) => counts.receivers * settings.cost_idr;

function broadcastOf({
  source,
  customers = [],
  category = '',
  days = 0,
  type,
  template,
}: Input): NewBroadcast {
  const receivers: Receivers =
    source === 'CUSTOMERS'
      ? { source, customer_ids: customers }
      : source === 'CATEGORY'
        ? { source, category_code: category }
        : { source, days };
  return { receivers, kind: type, template };
}
