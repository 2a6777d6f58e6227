import { sql, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { may, type Permission } from '../../kernel/permissions.ts';
import { unconfirmedPayments, undecidedGatewayPayments } from '../checkout/index.ts';
import { countRunningOut, messagesInState } from '../messages/index.ts';
import { chosenMutations } from '../mutations/index.ts';
import { countTabs, type OrderTab } from '../orders/index.ts';
import { codOfNow, returnsInState, workInState } from '../shipping/index.ts';
import { chosenJobs } from '../work/index.ts';
import { KINDS_OF_WORK, type Home } from './schemas.ts';

type Work = z.input<typeof Home>['work'][number];
type Kind = Work['kind'];

/** No more are counted where nothing has counted them already: 1,000 entries of an index. */
const COUNTED_MOST = 1_000;
/** As the list has it unless asked otherwise. */
const RUNNING_OUT_DAYS = 14;

/** What waits for somebody, as far as the role can read it. At most four statements. */
export async function countWork(context: Context): Promise<Work[]> {
  const found = [
    ...(await countOrders(context)),
    ...(await countLists(context)),
    ...(await countCod(context)),
    ...(await countStock(context)),
  ];
  return found.toSorted((a, b) => KINDS_OF_WORK.indexOf(a.kind) - KINDS_OF_WORK.indexOf(b.kind));
}

const reads = ({ actor }: Context, permission: Permission) => may(actor.role, permission);

const TABS = new Map<OrderTab, Kind>([
  ['UNPAID', 'ORDERS_UNPAID'],
  ['PARTLY_PAID', 'ORDERS_PARTLY_PAID'],
  ['TO_PROCESS', 'ORDERS_TO_PROCESS'],
  ['TO_PRINT', 'PARCELS_TO_PRINT'],
  ['TO_HAND_OVER', 'PARCELS_TO_HAND_OVER'],
]);

async function countOrders(context: Context): Promise<Work[]> {
  if (!reads(context, 'orders.read')) return [];
  const counts = await countTabs(context, [...TABS.keys()]);
  return counts.flatMap(({ tab, ...counted }) => {
    const kind = TABS.get(tab);
    return kind === undefined ? [] : [{ kind, ...counted, amount: null }];
  });
}

/** A list whose items are counted from its index. */
interface Counted extends Pick<Work, 'kind' | 'opens'> {
  permission: Permission;
  count: RawBuilder<number>;
}

/** Counted in one statement. */
async function countLists(context: Context): Promise<Work[]> {
  const lists = listsToCount(context).filter(({ permission }) => reads(context, permission));
  if (lists.length === 0) return [];
  const { rows } = await sql<{ counts: number[] }>`
    select json_build_array(${sql.join(lists.map(({ count }) => count))}) as counts`.execute(context.db);
  return lists.map(({ kind, opens }, index) => {
    const count = rows[0]?.counts[index] ?? 0;
    return {
      kind,
      count: Math.min(count, COUNTED_MOST),
      is_exact: count <= COUNTED_MOST,
      amount: null,
      opens,
    };
  });
}

function listsToCount(context: Context): Counted[] {
  const { user_id } = context.actor;
  return [
    counted(
      'PAYMENTS_TO_CONFIRM',
      'checkouts.read',
      unconfirmedPayments(context, { payment_status: 'CONFIRM' }),
      {
        operation: 'listUnconfirmedPayments',
        path: '/api/open/order/unconfirmed-privor',
        query: { payment_status: 'CONFIRM' },
      },
    ),
    counted('GATEWAY_PAYMENTS_TO_DECIDE', 'checkouts.read', undecidedGatewayPayments(context), {
      operation: 'listGatewayPayments',
      path: '/api/open/order/gateway-payment',
      query: {},
    }),
    counted('MUTATIONS_TO_MATCH', 'banks.read', chosenMutations(context, { state: 'WAITING' }), {
      operation: 'listMutations',
      path: '/api/open/bank/mutation',
      query: { state: 'WAITING' },
    }),
    counted('BOOKINGS_FAILED', 'orders.read', workInState(context, 'FAILED'), {
      operation: 'listShippingWork',
      path: '/api/open/shipping/work',
      query: { state: 'FAILED' },
    }),
    ofReturns(context, 'RETURNS_ANNOUNCED', 'ANNOUNCED'),
    ofReturns(context, 'RETURNS_ON_THE_WAY', 'ON_THE_WAY'),
    ofReturns(context, 'RETURNS_TO_SETTLE', 'RECEIVED'),
    ofMessages(context, 'MESSAGES_TO_SEND', 'LINK'),
    ofMessages(context, 'MESSAGES_TO_DECIDE', 'UNKNOWN'),
    ofMessages(context, 'MESSAGES_FAILED', 'FAILED'),
    counted('JOBS_FAILED', 'shop.read', chosenJobs(context, { status: 'FAILED', user_id }), {
      operation: 'listJobs',
      path: '/api/account/job',
      query: { status: 'FAILED', user_id: String(user_id) },
    }),
  ];
}

function counted<Tables, Table extends keyof Tables>(
  kind: Kind,
  permission: Permission,
  rows: SelectQueryBuilder<Tables, Table, object>,
  opens: Work['opens'],
): Counted {
  const found = rows.select(sql<number>`1`.as('one')).limit(sql.lit(COUNTED_MOST + 1));
  return { kind, permission, opens, count: sql`(select count(*) from (${found}) as found)` };
}

function ofReturns(context: Context, kind: Kind, state: Parameters<typeof returnsInState>[1]): Counted {
  const list = { operation: 'listReturns', path: '/api/open/shipping/return', query: { state } };
  return counted(kind, 'orders.read', returnsInState(context, state), list);
}

function ofMessages(context: Context, kind: Kind, state: Parameters<typeof messagesInState>[1]): Counted {
  const list = { operation: 'listMessages', path: '/api/open/message', query: { state } };
  return counted(kind, 'messages.read', messagesInState(context, state), list);
}

async function countCod(context: Context): Promise<Work[]> {
  if (!reads(context, 'cod.read')) return [];
  const { on_its_way, to_come, overdue } = await codOfNow(context);
  const work = (kind: Kind, figure: string, { parcels, amount }: typeof to_come): Work => ({
    kind,
    count: parcels,
    is_exact: true,
    amount,
    opens: { operation: 'listCodParcels', path: '/api/open/shipping/cod/parcels', query: { figure } },
  });
  return [
    work('COD_ON_ITS_WAY', 'ON_ITS_WAY', on_its_way),
    work('COD_TO_COME', 'TO_COME', to_come),
    work('COD_OVERDUE', 'UNPAID_OVER_30', overdue),
  ];
}

async function countStock(context: Context): Promise<Work[]> {
  if (!reads(context, 'messages.read')) return [];
  const count = await countRunningOut(context, RUNNING_OUT_DAYS);
  const opens = {
    operation: 'listRunningOut',
    path: '/api/open/care/stock',
    query: { days: String(RUNNING_OUT_DAYS) },
  };
  return [{ kind: 'STOCK_RUNNING_OUT', count, is_exact: true, amount: null, opens }];
}
