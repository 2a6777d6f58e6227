import { Avatar, Group, Stack, Text } from '@mantine/core';
import type { Row } from 'ngorder-sdk';
import { formatDay, formatNumber, formatRupiah } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import type { Column } from '../../ui/list/columns.ts';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import { strings } from './strings.ts';

export type ProductRow = Row<'searchProducts'>;

const TYPE_WORD = { S: 'type_S', R: 'type_R', PO: 'type_PO' } as const;

/** Of all variations: one price, or from the lowest to the highest. */
function pricesOf({ variations }: ProductRow): string {
  const prices = variations.map(({ price }) => price).filter((price) => price > 0);
  if (prices.length === 0) return '–';
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  return low === high ? formatRupiah(low) : `${formatRupiah(low)} – ${formatRupiah(high)}`;
}

function StockOf({ product }: { product: ProductRow }) {
  const t = useStrings(strings);
  if (product.product_type !== 'S') return <>–</>;
  if (product.total_stock > 0) return <>{formatNumber(product.total_stock)}</>;
  return <StatusBadge tone="lost">{t.out}</StatusBadge>;
}

function NameOf({ product }: { product: ProductRow }) {
  return (
    <Group gap="xs" wrap="nowrap">
      <Avatar src={product.thumbnail} radius="sm" size={36} alt="" imageProps={{ loading: 'lazy' }} />
      <Text span inherit truncate title={product.name}>
        {product.name}
      </Text>
    </Group>
  );
}

/** What the list can show of a product. */
export function useProductColumns(): Column<ProductRow>[] {
  const t = useStrings(strings);
  return [
    { id: 'name', title: t.name, cell: (product) => <NameOf product={product} /> },
    {
      id: 'category',
      title: t.category,
      width: 170,
      cell: ({ category_id, category_name }) => (category_id === 0 ? t.uncategorized : category_name),
    },
    {
      id: 'type',
      title: t.type,
      width: 120,
      cell: ({ product_type }) => t[TYPE_WORD[product_type]],
    },
    { id: 'variations', title: t.variations, width: 90, align: 'right', cell: (p) => p.variations.length },
    { id: 'price', title: t.price, width: 200, align: 'right', cell: pricesOf },
    {
      id: 'stock',
      title: t.stock,
      width: 100,
      align: 'right',
      cell: (product) => <StockOf product={product} />,
    },
    {
      id: 'weight',
      title: t.weight,
      width: 90,
      align: 'right',
      is_extra: true,
      cell: ({ weight }) => `${formatNumber(weight)} g`,
    },
    {
      id: 'created',
      title: t.created,
      width: 120,
      is_extra: true,
      cell: ({ created_at }) => formatDay(created_at),
    },
  ];
}

export function ProductCard({ product }: { product: ProductRow }) {
  const t = useStrings(strings);
  return (
    <Group wrap="nowrap" gap="sm">
      <Avatar src={product.thumbnail} radius="sm" size={56} alt="" imageProps={{ loading: 'lazy' }} />
      <Stack gap={2} miw={0} flex={1}>
        <Text fw={600} truncate>
          {product.name}
        </Text>
        <Text size="sm">{pricesOf(product)}</Text>
        <Text size="xs" c="dimmed" component="div">
          {t.variation_count(product.variations.length)} · {t.stock} <StockOf product={product} />
        </Text>
      </Stack>
    </Group>
  );
}
