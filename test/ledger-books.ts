import type { Account, AccountKind } from '../src/modules/ledger/account-kinds.ts';
import type { Leg, Transfer, TransferOutcome } from '../src/modules/ledger/index.ts';

/*
 * What the ledger is to do, written a second time and by other means: no SQL, no locks, nothing of the product but its
 * types. Tests compare both.
 */

const CREDIT_SIDE: ReadonlySet<AccountKind> = new Set([
  'CUSTOMER_BALANCE',
  'REFUNDS_DUE',
  'FEES_DUE',
  'ADMIN_FEES',
  'ORDERS',
]);
const UNBOUND: ReadonlySet<AccountKind> = new Set(['COD_RECEIVABLE', 'ORDERS', 'OUTSIDE']);

const nameOf = ({ kind, subject_id = 0 }: Account): string => `${kind} ${subject_id}`;
const addedBy = ({ account, amount_idr }: Leg): number =>
  CREDIT_SIDE.has(account.kind) ? -amount_idr : amount_idr;

interface Pending {
  legs: readonly Leg[];
  state: 'PENDING' | 'POSTED' | 'VOIDED';
}

/** The books of one shop, as they should be. */
export class ModelBooks {
  readonly balances = new Map<string, number>();
  readonly reserved = new Map<string, number>();
  readonly #holds = new Map<number, number>();
  readonly #transfers = new Map<string, Pending>();

  balance(kind: AccountKind, subject_id = 0): number {
    return this.balances.get(nameOf({ kind, subject_id })) ?? 0;
  }

  /** What is not reserved of it. */
  free(kind: AccountKind, subject_id = 0): number {
    return this.balance(kind, subject_id) - (this.reserved.get(nameOf({ kind, subject_id })) ?? 0);
  }

  onHold(order_id: number): number {
    return this.#holds.get(order_id) ?? 0;
  }

  transfers(): number {
    return this.#transfers.size;
  }

  write(all: readonly Transfer[], state: 'PENDING' | 'POSTED' = 'POSTED'): TransferOutcome {
    const fresh = all.filter(({ cause }) => !this.#transfers.has(cause));
    if (fresh.length === 0) return 'KNOWN';
    if (this.#isShort(fresh, state)) return 'SHORT';
    for (const one of fresh) {
      this.#transfers.set(one.cause, { legs: one.legs, state });
      if (state === 'PENDING') this.#reserve(one.legs, 1);
      else this.#post(one);
    }
    return 'DONE';
  }

  decide(cause: string, state: 'POSTED' | 'VOIDED'): 'DONE' | 'KNOWN' | 'OTHERWISE' | 'NOT_FOUND' {
    const found = this.#transfers.get(cause);
    if (found === undefined) return 'NOT_FOUND';
    if (found.state !== 'PENDING') return found.state === state ? 'KNOWN' : 'OTHERWISE';
    found.state = state;
    this.#reserve(found.legs, -1);
    if (state === 'POSTED') this.#post({ legs: found.legs });
    return 'DONE';
  }

  #isShort(fresh: readonly Transfer[], state: 'PENDING' | 'POSTED'): boolean {
    const taken = new Map<string, number>();
    const off_hold = new Map<number, number>();
    for (const one of fresh)
      for (const leg of one.legs) {
        const { kind } = leg.account;
        const added = addedBy(leg);
        const name = nameOf(leg.account);
        if (!UNBOUND.has(kind))
          taken.set(name, (taken.get(name) ?? 0) + (state === 'POSTED' ? added : Math.min(added, 0)));
        const order_id = leg.order_id ?? one.order_id;
        if (kind === 'ORDERPAY_ON_HOLD' && order_id !== undefined)
          off_hold.set(order_id, (off_hold.get(order_id) ?? 0) + leg.amount_idr);
      }
    const freeOf = (name: string) => (this.balances.get(name) ?? 0) - (this.reserved.get(name) ?? 0);
    const is_low = [...taken].some(([name, added]) => added < 0 && freeOf(name) + added < 0);
    const is_off = [...off_hold].some(([order_id, added]) => added < 0 && this.onHold(order_id) + added < 0);
    return is_low || is_off;
  }

  #reserve(legs: readonly Leg[], sign: 1 | -1): void {
    for (const leg of legs) {
      const name = nameOf(leg.account);
      const taken = Math.max(-addedBy(leg), 0);
      this.reserved.set(name, (this.reserved.get(name) ?? 0) + sign * taken);
      if (!this.balances.has(name)) this.balances.set(name, 0);
    }
  }

  #post({ legs, order_id }: Pick<Transfer, 'legs' | 'order_id'>): void {
    for (const leg of legs) {
      const name = nameOf(leg.account);
      this.balances.set(name, (this.balances.get(name) ?? 0) + addedBy(leg));
      const of_order = leg.order_id ?? order_id;
      if (leg.account.kind === 'ORDERPAY_ON_HOLD' && of_order !== undefined)
        this.#holds.set(of_order, this.onHold(of_order) + leg.amount_idr);
    }
  }

  /** The accounts with what they hold, as the database lists them. */
  listed(): { account: string; balance_idr: number; reserved_idr: number }[] {
    return [...this.balances]
      .map(([account, balance_idr]) => ({
        account,
        balance_idr,
        reserved_idr: this.reserved.get(account) ?? 0,
      }))
      .toSorted((a, b) => (a.account < b.account ? -1 : 1));
  }
}
