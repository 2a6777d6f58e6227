import { useQueries } from '@tanstack/react-query';
import { formatDay, formatRupiah } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { api } from '../session/api.ts';
import { useMay } from '../session/session.ts';
import { PLACES } from './places.ts';
import { strings } from './strings.ts';

/** Something that the palette opens. */
export interface Entry {
  id: string;
  title: string;
  detail: string;
  to: string;
  search?: Record<string, unknown>;
}

const FOUND_OF_EACH = 5;

/** Places and acts whose names have the words. */
export function useCommands(text: string): Entry[] {
  const t = useStrings(strings);
  const may = useMay();
  const all: Entry[] = [
    ...PLACES.filter(({ permission }) => may(permission)).map(({ name, to, key }) => ({
      id: to,
      title: t.go_to(t[name]),
      detail: `g ${key}`,
      to,
    })),
    ...(may('orders.write') ? [{ id: 'new-order', title: t.new_order, detail: 'n', to: '/orders/new' }] : []),
    ...(may('catalog.write')
      ? [{ id: 'import-products', title: t.import_products, detail: '', to: '/products/import' }]
      : []),
    { id: 'news', title: t.go_to(t.notifications), detail: '', to: '/notifications' },
    { id: 'jobs', title: t.go_to(t.jobs), detail: '', to: '/jobs' },
    { id: 'account', title: t.go_to(t.account), detail: '', to: '/account' },
  ];
  const parts = text.toLowerCase().split(/\s+/);
  return all.filter(({ title }) => parts.every((part) => title.toLowerCase().includes(part)));
}

/** Orders, goods and customers with the words, of all that the role may see. */
export function useFound(text: string): { entries: Entry[]; is_loading: boolean } {
  const t = useStrings(strings);
  const may = useMay();
  const input = { keyword: text, per_page: FOUND_OF_EACH };
  const ask = (kind: string, permission: string, queryFn: (signal: AbortSignal) => Promise<Entry[]>) => ({
    queryKey: ['found', kind, text],
    queryFn: ({ signal }: { signal: AbortSignal }) => queryFn(signal),
    enabled: text.length >= 2 && may(permission),
  });
  const results = useQueries({
    queries: [
      ask('orders', 'orders.read', async (signal) =>
        (await api.listOrders({ ...input, start_date: '2000-01-01' }, { signal })).data.map((order) => ({
          id: `order ${order.order_id}`,
          title: `${t.orders} #${order.po_number} · ${order.receiver_name}`,
          detail: `${formatDay(order.order_date)} · ${formatRupiah(order.total_amount)}`,
          to: `/orders/${order.order_id}`,
        })),
      ),
      ask('products', 'catalog.read', async (signal) =>
        (await api.searchProducts(input, { signal })).data.map(({ id, name, category_name }) => ({
          id: `product ${id}`,
          title: `${t.products} · ${name}`,
          detail: category_name,
          to: `/products/${id}`,
        })),
      ),
      ask('customers', 'customers.read', async (signal) =>
        (await api.listCustomers({ ...input, keyword: text.slice(0, 50) }, { signal })).data.map(
          ({ id, name, phone, city }) => ({
            id: `customer ${id}`,
            title: `${t.customers} · ${name}`,
            detail: [phone, city].filter(Boolean).join(' · '),
            to: `/customers/${id}`,
          }),
        ),
      ),
    ],
  });
  return {
    entries: results.flatMap(({ data }) => data ?? []),
    is_loading: results.some(({ isLoading }) => isLoading),
  };
}
