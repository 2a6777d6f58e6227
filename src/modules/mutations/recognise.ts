import type { ProviderName } from '../../integrations/mutation/port.ts';
import { addDays } from '../../kernel/calendar.ts';
import type { KnownMutation, SeenMutation } from './seen-mutation.ts';
import { isSameText, isSimilarText } from './similar-text.ts';

/** A bank books what is pending within so many days. */
export const PENDING_DAYS = 7;
/** A service and a statement may name days so far apart, where the balance shows that they mean the same. */
const NAMED_APART_DAYS = 3;

/**
 * Which of the mutations seen together are recorded already: each recorded one is at most one of them. So the same file
 * again adds nothing, two that overlap add what only the second has, and what a service reports is the same as what a statement
 * shows; but two equal transfers of one day stay two, as a source shows both, or the balances or names in them differ.
 * @param provider the service that has seen them; null: a statement
 * @param claimed recorded ones that others of the same source are already
 * @returns the ID of the recorded one for each, or undefined
 */
export function recognise(
  seen: readonly SeenMutation[],
  known: readonly KnownMutation[],
  provider: ProviderName | null,
  claimed: ReadonlySet<number> = new Set(),
): (number | undefined)[] {
  const taken = new Set(claimed);
  const found: (number | undefined)[] = seen.map(() => undefined);
  const by_amount = Map.groupBy(known, ({ amount_idr }) => amount_idr);
  for (const is_same of [hasSameRef, hasSameBalanceThatDay, hasSameBalance, isNamedSame, mayBeSame])
    for (const [place, mutation] of seen.entries()) {
      if (found[place] !== undefined) continue;
      const same = (by_amount.get(mutation.amount_idr) ?? []).find(
        (one) =>
          !taken.has(one.id) && one.direction === mutation.direction && is_same(mutation, one, provider),
      );
      if (same === undefined) continue;
      found[place] = same.id;
      taken.add(same.id);
    }
  return found;
}

function hasSameRef(seen: SeenMutation, known: KnownMutation, provider: ProviderName | null): boolean {
  return (
    seen.provider_ref !== null && known.provider === provider && known.provider_ref === seen.provider_ref
  );
}

/** A service that has named the recorded one means another by another ID. */
function isNamedOther(seen: SeenMutation, known: KnownMutation, provider: ProviderName | null): boolean {
  return (
    provider !== null &&
    seen.provider_ref !== null &&
    known.provider === provider &&
    known.provider_ref !== null
  );
}

function hasSameBalanceThatDay(
  seen: SeenMutation,
  known: KnownMutation,
  provider: ProviderName | null,
): boolean {
  return seen.day === known.day && hasSameBalance(seen, known, provider);
}

function hasSameBalance(seen: SeenMutation, known: KnownMutation, provider: ProviderName | null): boolean {
  if (isNamedOther(seen, known, provider) || !agrees(seen.balance_idr, known.balance_idr)) return false;
  const is_of_both = (provider === null) !== (known.provider === null);
  return isNear(seen, known, is_of_both ? NAMED_APART_DAYS : 0);
}

/** Before those that are cut off take what is another's by its whole name. */
function isNamedSame(seen: SeenMutation, known: KnownMutation, provider: ProviderName | null): boolean {
  return mayBeSame(seen, known, provider) && isSameText(seen.description, known.description);
}

function mayBeSame(seen: SeenMutation, known: KnownMutation, provider: ProviderName | null): boolean {
  if (isNamedOther(seen, known, provider) || contradicts(seen.balance_idr, known.balance_idr)) return false;
  return isNear(seen, known, 0) && isSimilarText(seen.description, known.description);
}

function isNear(seen: SeenMutation, known: KnownMutation, days: number): boolean {
  const most = seen.is_pending || known.is_pending ? PENDING_DAYS : days;
  return seen.day <= addDays(known.day, most) && known.day <= addDays(seen.day, most);
}

/** A balance of 0 is what services write that know none. */
function agrees(one: number | null, other: number | null): boolean {
  return one !== null && other !== null && one !== 0 && Math.abs(one - other) <= 1;
}

function contradicts(one: number | null, other: number | null): boolean {
  return one !== null && other !== null && one !== 0 && other !== 0 && Math.abs(one - other) > 1;
}
