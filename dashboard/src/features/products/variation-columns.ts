import { useQuery } from '@tanstack/react-query';
import { useStrings } from '../../ui/language.ts';
import type { SheetColumn } from '../../ui/sheet/sheet-cells.ts';
import { api } from '../session/api.ts';
import { useMay } from '../session/session.ts';
import { warehouseColumn, type DraftRow, type ProductType } from './draft.ts';
import { strings } from './strings.ts';
import { useWarehouses } from './use-warehouses.ts';

const TIERS = [1, 2, 3] as const;

/** Columns of the sheet of variations: prices of the tiers that the shop has or the product uses, stock by warehouse. */
export function useVariationColumns(product_type: ProductType, rows: readonly DraftRow[]): SheetColumn[] {
  const t = useStrings(strings);
  const may = useMay();
  const warehouses = useWarehouses();
  const categories = useQuery({
    queryKey: ['customers', 'categories'],
    queryFn: async ({ signal }) => (await api.listCustomerCategories({}, { signal })).data,
    enabled: may('customers.read'),
    staleTime: 60_000,
  });
  const whole = (id: string, title: string, width = 110): SheetColumn => ({
    id,
    title,
    kind: 'whole',
    width,
  });
  const tiers = TIERS.flatMap((tier) => {
    const category = categories.data?.find(({ code }) => code === String(tier));
    const is_used = rows.some(({ cells }) => Boolean(cells[`price${tier}`]));
    if (category === undefined && !is_used) return [];
    const title = category === undefined ? t.price_tier(tier) : t.price_of(category.category_name);
    return [whole(`price${tier}`, title)];
  });
  const adds = rows.some(({ id }) => id === null);
  const per_warehouse = warehouses.ids.length > 1;
  const stock: SheetColumn[] =
    product_type === 'S'
      ? [
          ...(per_warehouse && rows.every(({ id }) => id === null)
            ? []
            : [whole('stock_quantity', adds ? t.first_stock : t.stock, 90)]),
          ...(per_warehouse && adds
            ? warehouses.names.map((name, place) => whole(warehouseColumn(place), t.stock_in(name), 120))
            : []),
        ]
      : [{ id: 'stock', title: t.in_stock, kind: 'flag', width: 70 }];
  return [
    { id: 'color', title: t.color, kind: 'text', width: 110, max_length: 50 },
    { id: 'size', title: t.size, kind: 'text', width: 90, max_length: 50 },
    { id: 'sku', title: t.sku, kind: 'text', width: 140, max_length: 100 },
    whole('price', t.price),
    whole('price_reseller', t.price_reseller, 120),
    ...tiers,
    ...(may('cost.read') ? [whole('price_buy', t.price_buy)] : []),
    whole('weight', t.weight_gram, 100),
    ...stock,
  ];
}
