import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { fieldErrors } from '../../ui/explain.ts';
import { formatRupiah } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { api } from '../session/api.ts';
import { queries } from '../session/session.ts';
import { withContacts } from './contacts.ts';
import { EMPTY_DRAFT, MANUAL_COURIER, receiverOf, type Draft } from './draft.ts';
import { totalOf, type Entry } from './entry.ts';
import { drop, sendWaiting, type Created, type Sent } from './outbox.ts';
import { rememberCourier } from './rates.ts';
import { strings } from './strings.ts';
import { useOutbox, type Held, type Waiting } from './waiting.ts';

type Errors = Record<string, string>;

/** What is missing before the server can be asked to create the order. */
export function useMissing() {
  const t = useStrings(strings);
  return ({ draft, given }: Pick<Entry, 'draft' | 'given'>): Errors => ({
    ...(draft.sender === null && {
      sender: draft.new_sender === null ? t.missing_customer : t.unsaved_customer,
    }),
    ...(receiverOf(draft) === null &&
      draft.is_dropship && {
        receiver: draft.new_receiver === null ? t.missing_receiver : t.unsaved_customer,
      }),
    ...(!draft.lines.some(({ qty }) => qty > 0) && { products: t.missing_goods }),
    ...((draft.courier === null || given.rate === null) && { expedition: t.missing_courier }),
    ...(draft.courier?.id === MANUAL_COURIER &&
      draft.courier.name.trim() === '' && { expedition: t.missing_courier_name }),
    ...(draft.payment.status !== 'UNPAID' &&
      draft.payment.bank_id === null && { 'payment.bank_id': t.missing_bank }),
    ...(draft.payment.status === 'INSTALLMENT' &&
      draft.payment.amount === 0 && { 'payment.amount': t.missing_dp }),
    ...(given.supplier_id === null && { supplier_id: t.missing_supplier }),
  });
}

/** How the order that was entered last ended. */
export type Outcome = { order: Created; draft: Draft } | 'KEPT' | null;

/** What another has changed since it was on the screen, for the person to look at and save again. */
function useHeld(draft: Draft, replace: (draft: Draft) => void) {
  const t = useStrings(strings);
  return (held: Held, seen_total: number | null): string => {
    void queries.invalidateQueries({ queryKey: ['orders', 'quote'] });
    if (held.reason === 'CUSTOMER') {
      replace(withContacts(draft, held.contacts));
      return t.customer_changed(held.contacts.map(({ name }) => name.slice(0, 100)).join(', '));
    }
    const now = held.reason === 'TOTAL' ? held.total : (seen_total ?? 0);
    return t.total_changed(formatRupiah(seen_total ?? 0), formatRupiah(now));
  };
}

/** The key of an order: one that is saved again after the session had ended has the same, and the next one another. */
function useKeyOf(draft: Draft) {
  const last = useRef<{ content: string; key: string } | undefined>(undefined);
  return {
    keyOf: () => {
      const content = JSON.stringify(draft);
      if (last.current?.content !== content) last.current = { content, key: crypto.randomUUID() };
      return last.current.key;
    },
    forget: () => {
      last.current = undefined;
    },
  };
}

/**
 * Saves what is entered. From then on it is in the outbox, under a key of its own; it comes back into the form only where the server
 * has refused it, or a person has to look at what is new in it.
 */
export function useSaving(draft: Draft, replace: (draft: Draft) => void) {
  const outbox = useOutbox();
  const missingIn = useMissing();
  const [errors, setErrors] = useState<Errors>({});
  const [error, setError] = useState<unknown>(null);
  const [outcome, setOutcome] = useState<Outcome>(null);
  const [news, setNews] = useState<string | null>(null);
  const [is_saving, setSaving] = useState(false);

  const explainHeld = useHeld(draft, replace);
  const { keyOf, forget } = useKeyOf(draft);

  const settle = ({ key, seen_total }: Pick<Waiting, 'key' | 'seen_total'>, sent: Sent) => {
    const is_kept = sent.result === 'CREATED' || sent.result === 'KEPT';
    if (!is_kept) drop(outbox, key);
    if (sent.result !== 'SIGNED_OUT') forget();
    if (sent.result === 'REFUSED') {
      setErrors(fieldErrors(sent.error));
      setError(sent.error);
    } else if (sent.result === 'HELD') setNews(explainHeld(sent.held, seen_total));
    if (!is_kept) return;
    if (draft.courier !== null) rememberCourier(draft.courier.id);
    replace(EMPTY_DRAFT);
    setOutcome(sent.result === 'CREATED' ? { order: sent.order, draft } : 'KEPT');
  };

  const save = async (entry: Entry) => {
    const { given, quote, is_quoted } = entry;
    const missing = missingIn(entry);
    setErrors(missing);
    setError(null);
    setNews(null);
    const { supplier_id, order_date, rate, insurance } = given;
    if (is_saving || Object.keys(missing).length > 0 || supplier_id === null || rate === null) return;
    setSaving(true);
    const key = keyOf();
    const seen_total = quote !== undefined && is_quoted ? totalOf(quote) : null;
    outbox.write([
      ...outbox.read(),
      {
        key,
        saved_at: Date.now(),
        draft,
        order_date,
        supplier_id,
        rate,
        insurance,
        seen_total,
        request: null,
        held: null,
      },
    ]);
    try {
      // Who was quicker than the price has none to compare with: it is on the screen with the answer.
      const is_quicker = navigator.onLine && seen_total === null;
      settle({ key, seen_total }, await sendWaiting(outbox, key, is_quicker));
    } finally {
      setSaving(false);
    }
  };
  return { save, errors, error, news, outcome, setOutcome, is_saving };
}

/** Fields that show their sentence themselves. */
const SHOWN_BESIDE = new Set([
  'sender',
  'receiver',
  'products',
  'expedition',
  'coupon_code',
  'payment.bank_id',
  'payment.amount',
  'payment.date',
  'order_date',
  'note',
]);

export function complaintsOf(errors: Errors): string[] {
  return Object.entries(errors)
    .filter(([field]) => !SHOWN_BESIDE.has(field))
    .map(([, text]) => text);
}

const DAY_MS = 24 * 3_600_000;

/** The last orders of the customer: of what they were, and by which service they went. */
export function useRecentOrders(draft: Draft, since: string) {
  const phone = draft.sender?.phone ?? '';
  return useQuery({
    queryKey: ['orders', 'recent', phone, since],
    queryFn: async ({ signal }) =>
      (
        await api.listOrders(
          { keyword: phone.replaceAll(/\D/g, ''), type: 'CUSTOMER_PHONE', start_date: since, per_page: 10 },
          { signal },
        )
      ).data,
    enabled: phone !== '',
  }).data;
}

type Recent = NonNullable<ReturnType<typeof useRecentOrders>>[number];

/** An order of the last 24 hours with the same goods. `created_at` is a time of the shop, and so is `now`. */
export function duplicateOf(
  draft: Draft,
  recent: readonly Recent[] | undefined,
  now: string,
): Recent | undefined {
  const skus = draft.lines.map(({ sku }) => sku).toSorted();
  if (skus.length === 0) return undefined;
  return recent?.find(({ created_at, products }) => {
    const age_ms = Date.parse(now.replace(' ', 'T')) - Date.parse(created_at.slice(0, 19).replace(' ', 'T'));
    const theirs = products.map(({ sku }) => sku).toSorted();
    return age_ms < DAY_MS && theirs.join('\n') === skus.join('\n');
  });
}
