import { shopFunction } from '../../kernel/database/shop-function.ts';
import type { Places } from '../../kernel/database/named-statement.ts';
import { addedSql, isBoundSql } from './account-kinds.ts';

/** What became of transfers: written, all known before, or, with nothing written, too little on an account. */
export type TransferOutcome = 'DONE' | 'KNOWN' | 'SHORT';

/** Arrays have one value of each transfer, or of each leg, in the same order. */
interface TransferValues {
  shop_id: number;
  user_id: number | null;
  now: Date;
  state: 'PENDING' | 'POSTED';
  causes: string[];
  kinds: string[];
  order_ids: (number | null)[];
  payment_ids: (number | null)[];
  orderpay_idrs: number[];
  gateway_idrs: number[];
  /** Of which transfer the leg is: 1, 2 … */
  leg_numbers: number[];
  leg_kinds: string[];
  leg_subject_ids: number[];
  leg_amounts: number[];
  leg_order_ids: (number | null)[];
}

type Given = Places<TransferValues>;

/** The accounts that the legs name, in the order in which they are locked. */
const namedSql = (given: Given) => `(
    select kind, subject_id from unnest(${given.leg_kinds}, ${given.leg_subject_ids}) as leg (kind, subject_id)
    group by kind, subject_id order by kind, subject_id
  ) as named`;

const ofNamed = (given: Given) => `account.shop_id = ${given.shop_id} and account.kind = named.kind
      and account.subject_id = named.subject_id`;

/** What new transfers add to each account, and what they reserve of it. */
const changeSql = (given: Given) => `(
    select leg.kind, leg.subject_id,
      case when ${given.state} = 'POSTED' then sum(${addedSql('leg')}) else 0 end::bigint as added,
      case when ${given.state} = 'POSTED' then 0 else sum(greatest(-(${addedSql('leg')}), 0)) end::bigint as reserved
    from unnest(${given.leg_numbers}, ${given.leg_kinds}, ${given.leg_subject_ids}, ${given.leg_amounts})
      as leg (number, kind, subject_id, amount_idr)
    where is_new[leg.number]
    group by leg.kind, leg.subject_id
  ) as change`;

const lockSql = (given: Given) => `insert into ledger_accounts (shop_id, kind, subject_id)
  select ${given.shop_id}, named.kind, named.subject_id
  from ${namedSql(given)}
  left join lateral (
    select true as is_there from ledger_accounts as account where ${ofNamed(given)} limit 1
  ) as found on true
  where found.is_there is null
  order by named.kind, named.subject_id
  on conflict (shop_id, kind, subject_id) do nothing;

  select max(held.moved_at) into moment
  from ${namedSql(given)} cross join lateral (
    select account.moved_at from ledger_accounts as account where ${ofNamed(given)} for no key update
  ) as held;
  moment := greatest(moment, ${given.now});`;

/** Whether an order has less on hold than is taken of it; the lock of the account keeps others from taking it. */
const shortHoldsSql = (
  given: Given,
) => `select coalesce(bool_or(held.amount_idr + taken.amount_idr < 0), false) into is_short
    from (
      select leg.order_id, sum(leg.amount_idr)::bigint as amount_idr
      from unnest(${given.leg_numbers}, ${given.leg_kinds}, ${given.leg_amounts}, ${given.leg_order_ids})
        as leg (number, kind, amount_idr, order_id)
      where is_new[leg.number] and leg.kind = 'ORDERPAY_ON_HOLD' and leg.order_id is not null
      group by leg.order_id
      having sum(leg.amount_idr) < 0
    ) as taken cross join lateral (
      select coalesce(sum(entry.amount_idr), 0) as amount_idr from ledger_entries as entry
      where entry.shop_id = ${given.shop_id} and entry.order_id = taken.order_id and entry.kind = 'ORDERPAY_ON_HOLD'
    ) as held;`;

const writeSql = (
  given: Given,
) => `insert into ledger_transfers (shop_id, cause, kind, state, order_id, payment_id, orderpay_idr, gateway_idr, user_id,
    created_at, decided_at)
  select ${given.shop_id}, transfer.cause, transfer.kind, ${given.state}, transfer.order_id, transfer.payment_id,
    transfer.orderpay_idr, transfer.gateway_idr, ${given.user_id}, moment,
    case when ${given.state} = 'POSTED' then moment end
  from unnest(${given.causes}, ${given.kinds}, ${given.order_ids}, ${given.payment_ids}, ${given.orderpay_idrs},
    ${given.gateway_idrs}) with ordinality
    as transfer (cause, kind, order_id, payment_id, orderpay_idr, gateway_idr, number)
  where is_new[transfer.number]
  order by transfer.number
  on conflict (shop_id, cause) do nothing;
  get diagnostics written_count = row_count;
  if written_count < cardinality(array_positions(is_new, true)) then
    -- Another call has written the same cause meanwhile, by other accounts: the next try knows it.
    raise exception 'a cause was written meanwhile' using errcode = 'serialization_failure';
  end if;

  select array_agg(written.id order by transfer.number) into ids
  from unnest(${given.causes}) with ordinality as transfer (cause, number)
  cross join lateral (
    select written.id from ledger_transfers as written
    where written.shop_id = ${given.shop_id} and written.cause = transfer.cause limit 1
  ) as written;

  insert into ledger_entries (shop_id, transfer_id, position, kind, subject_id, amount_idr, order_id)
  select ${given.shop_id}, ids[leg.number], leg.position, leg.kind, leg.subject_id, leg.amount_idr, leg.order_id
  from unnest(${given.leg_numbers}, ${given.leg_kinds}, ${given.leg_subject_ids}, ${given.leg_amounts},
    ${given.leg_order_ids}) with ordinality as leg (number, kind, subject_id, amount_idr, order_id, position)
  where is_new[leg.number]
  order by leg.position;

  update ledger_accounts as account
  set balance_idr = account.balance_idr + change.added, reserved_idr = account.reserved_idr + change.reserved,
    moved_at = moment
  from ${changeSql(given)}
  where account.shop_id = ${given.shop_id} and account.kind = change.kind and account.subject_id = change.subject_id;`;

/**
 * The one place that writes transfers: all of them or none. Accounts are created where they are missing and locked in key
 * order, so that calls never wait for each other in a circle, whatever order their legs come in. Transfers whose cause is
 * known are passed over; what the others move is checked by the sum for each account, and for each order by what it has on
 * hold. A pending transfer reserves what it
 * takes and adds nothing yet. None is earlier than the one before of any of its accounts, whatever the clock of its
 * process says.
 */
export const writeTransfersFunction = shopFunction<{ outcome: TransferOutcome }, TransferValues>(
  'write_transfers',
  {
    takes: {
      shop_id: 'bigint',
      user_id: 'bigint',
      now: 'timestamptz',
      state: 'text',
      causes: 'text[]',
      kinds: 'text[]',
      order_ids: 'bigint[]',
      payment_ids: 'bigint[]',
      orderpay_idrs: 'bigint[]',
      gateway_idrs: 'bigint[]',
      leg_numbers: 'bigint[]',
      leg_kinds: 'text[]',
      leg_subject_ids: 'bigint[]',
      leg_amounts: 'bigint[]',
      leg_order_ids: 'bigint[]',
    },
    returns: { outcome: 'text' },
  },
  (given, result) => `declare
  is_new boolean[];
  ids bigint[];
  is_short boolean;
  moment timestamptz;
  written_count bigint;
begin
  ${lockSql(given)}

  select array_agg(known.id is null order by transfer.number) into is_new
  from unnest(${given.causes}) with ordinality as transfer (cause, number)
  left join lateral (
    select known.id from ledger_transfers as known
    where known.shop_id = ${given.shop_id} and known.cause = transfer.cause limit 1
  ) as known on true;
  if not (true = any(is_new)) then
    ${result.outcome} := 'KNOWN';
    return;
  end if;

  select coalesce(bool_or(account.balance_idr + change.added < account.reserved_idr + change.reserved), false)
  into is_short
  from ${changeSql(given)} cross join lateral (
    select account.balance_idr, account.reserved_idr from ledger_accounts as account
    where account.shop_id = ${given.shop_id} and account.kind = change.kind and account.subject_id = change.subject_id
    limit 1
  ) as account
  where ${isBoundSql('change')} and change.added < change.reserved;
  if not is_short and 'ORDERPAY_ON_HOLD' = any(${given.leg_kinds}) then
    ${shortHoldsSql(given)}
  end if;
  if is_short then
    -- Those that were created above.
    delete from ledger_accounts as account
    using ${namedSql(given)}
    where ${ofNamed(given)} and account.moved_at is null;
    ${result.outcome} := 'SHORT';
    return;
  end if;

  ${writeSql(given)}
  ${result.outcome} := 'DONE';
end`,
);
