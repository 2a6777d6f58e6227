import { useQueries } from '@tanstack/react-query';
import { useStrings } from '../../ui/language.ts';
import type { Filter } from '../../ui/list/filters.ts';
import { api } from '../session/api.ts';
import { useMay } from '../session/session.ts';
import type { OrderStateName } from './order-state.ts';
import { strings } from './strings.ts';

const HARDLY_CHANGES_MS = 5 * 60_000;

/** The shop's own sources, couriers, warehouses and accounts, by their names; of what the role may not see there is none. */
function useShopChoices() {
  const may = useMay();
  const [sources, couriers, warehouses, banks, categories, users] = useQueries({
    queries: [
      choices('order-sources', true, async () =>
        (await api.listOrderSources()).data.map(({ id, marketplace_name, note }) => ({
          value: String(id),
          label: note === '' ? marketplace_name : `${marketplace_name}: ${note}`,
        })),
      ),
      choices('couriers', true, async () =>
        (await api.listActiveExpeditions()).data.map(({ id, show_name }) => ({
          value: String(id),
          label: show_name,
        })),
      ),
      choices('warehouses', may('stock.read'), async () =>
        (await api.listWarehouses()).data.map(({ id, warehouse }) => ({
          value: String(id),
          label: warehouse,
        })),
      ),
      choices('banks', may('banks.read'), async () =>
        (await api.listBankAccounts()).data.map(({ bank_id, bank_name, account_number }) => ({
          value: String(bank_id),
          label: `${bank_name} ${account_number}`,
        })),
      ),
      choices('customer-categories', may('customers.read'), async () =>
        (await api.listCustomerCategories()).data.map(({ code, category_name }) => ({
          value: code,
          label: category_name,
        })),
      ),
      choices('users', true, async () =>
        (await api.listUsers()).data.map(({ id, name }) => ({ value: String(id), label: name })),
      ),
    ],
  });
  return { sources, couriers, warehouses, banks, categories, users };
}

/** What orders can be filtered by. */
export function useOrderFilters(): Filter<OrderStateName>[] {
  const t = useStrings(strings);
  const may = useMay();
  const { sources, couriers, warehouses, banks, categories, users } = useShopChoices();
  const choice = (
    name: OrderStateName,
    label: string,
    found: Choices | undefined,
  ): Filter<OrderStateName>[] =>
    found === undefined || found.length === 0 ? [] : [{ name, label, kind: 'choice', choices: found }];
  const amount = (name: OrderStateName, label: string): Filter<OrderStateName>[] =>
    may('cost.read') ? [{ name, label, kind: 'amount' }] : [];
  return [
    { name: 'start_date', label: t.from, kind: 'day' },
    { name: 'end_date', label: t.to, kind: 'day' },
    ...choice('order_by', t.date_of, [
      { value: 'ORDER_DATE', label: t.order_date },
      { value: 'PAYMENT_DATE', label: t.payment_date },
      ...(may('cost.read') ? [{ value: 'PROFIT', label: t.by_profit }] : []),
    ]),
    ...choice('payment_status', t.payment, [
      { value: 'UNPAID', label: t.UNPAID },
      { value: 'INSTALLMENT', label: t.INSTALLMENT },
      { value: 'PAID', label: t.PAID },
    ]),
    ...choice('expedition_id', t.courier, couriers.data),
    ...choice('order_source_id', t.source, sources.data),
    ...choice('warehouse_id', t.warehouse, warehouses.data),
    ...choice('customer_category_code', t.customer_category, categories.data),
    ...choice('print_status', t.print_status, [
      { value: 'Y', label: t.printed },
      { value: 'N', label: t.not_printed },
    ]),
    ...choice('order_category', t.category, [
      { value: 'APP', label: t.made_APP },
      { value: 'STORE_FRONT', label: t.made_STORE_FRONT },
      { value: 'QUICK_ORDER', label: t.made_QUICK_ORDER },
      { value: 'UNCATEGORIZED', label: t.made_UNCATEGORIZED },
    ]),
    ...choice('bank_id', t.bank, banks.data),
    ...choice('user_id', t.created_by, users.data),
    ...amount('profit_min', t.profit_min),
    ...amount('profit_max', t.profit_max),
  ];
}

type Choices = { value: string; label: string }[];

function choices(name: string, enabled: boolean, queryFn: () => Promise<Choices>) {
  return { queryKey: ['choices', name], queryFn, enabled, staleTime: HARDLY_CHANGES_MS };
}
