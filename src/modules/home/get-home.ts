import type { z } from 'zod';
import { addDays, isoWithZone, today } from '../../kernel/calendar.ts';
import type { Context } from '../../kernel/context.ts';
import { may } from '../../kernel/permissions.ts';
import { salesOfDays } from '../reports/index.ts';
import { checkSetup } from './check-setup.ts';
import { countWork } from './count-work.ts';
import type { Home } from './schemas.ts';

type Answer = z.input<typeof Home>;
type Day = Awaited<ReturnType<typeof salesOfDays>>[number];

const DAYS = 30;
const WEEK = 7;

/** What waits for somebody, and what was sold lately. At most six statements, whatever there is. */
export async function getHome(context: Context): Promise<Answer> {
  const { shop, clock, actor } = context;
  const work = await countWork(context);
  const setup = await checkSetup(context);
  const sales = may(actor.role, 'reports.read')
    ? await salesOfLastDays(context)
    : { today: null, days: null };
  return { counted_at: isoWithZone(clock.now(), shop.time_zone), work, setup, ...sales };
}

async function salesOfLastDays(context: Context): Promise<Pick<Answer, 'today' | 'days'>> {
  const now = today(context.clock, context.shop.time_zone);
  const days = await salesOfDays(context, { from: addDays(now, 1 - DAYS), to: now });
  const [last, week_ago] = [days.at(-1), days.at(-1 - WEEK)];
  if (last === undefined || week_ago === undefined) throw new Error('a period has no row of each day');
  return {
    today: { ...sold(context, last), last_week: sold(context, week_ago) },
    days: days.map((day) => ({ ...sold(context, day), opens: ordersOf(day) })),
  };
}

function sold({ actor }: Context, { day, sold_orders, items, net_sales, gross_profit }: Day) {
  const sees_cost = may(actor.role, 'cost.read');
  return { date: day, orders: sold_orders, items, net_sales, gross_profit: sees_cost ? gross_profit : null };
}

function ordersOf({ day }: Day) {
  return {
    operation: 'listOrdersOfReport',
    path: '/api/open/report/net-sales/orders',
    query: { start_date: day, end_date: day },
  };
}
