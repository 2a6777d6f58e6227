import { Button, Group, NumberInput, Paper, Select, Stack, Text, Textarea, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Input } from 'ngorder-sdk';
import { useState } from 'react';
import { useCommand } from '../../ui/command.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { tell } from '../../ui/notice.tsx';
import { api } from '../session/api.ts';
import { useMay } from '../session/session.ts';
import type { ReturnDetail } from './return-state.ts';
import { returnStrings } from './return-strings.ts';

/** What of a product is not good, by its variation. */
type Found = Readonly<Record<number, { damaged: number; missing: number }>>;
const NOTHING = { damaged: 0, missing: 0 };
const ORIGIN = 'origin';

/** Each product of the parcel once, whatever warehouses its units came from: that is how the server takes it. */
function productsOf({ lines }: ReturnDetail) {
  return [...Map.groupBy(lines, ({ variation_id }) => variation_id).values()].flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : [{ ...first, quantity: rest.reduce((sum, line) => sum + line.quantity, first.quantity) }],
  );
}

/** What was found in the parcel: all is good but what is said to be damaged or missing. */
export function ReceiveForm({ shown, onChanged }: { shown: ReturnDetail; onChanged: () => void }) {
  const t = useStrings(returnStrings);
  const [found, setFound] = useState<Found>({});
  const [warehouse, setWarehouse] = useState(ORIGIN);
  const [note, setNote] = useState('');
  const products = productsOf(shown);
  const goodOf = ({ variation_id, quantity }: (typeof products)[number]) => {
    const { damaged, missing } = found[variation_id] ?? NOTHING;
    return quantity - damaged - missing;
  };
  const receiving = useCommand(
    (input: Input<'receiveReturn'>, idempotency_key) => api.receiveReturn(input, { idempotency_key }),
    {
      onDone: () => {
        tell(t.received_message);
        onChanged();
      },
      onError: () => undefined,
    },
  );
  const good = products.reduce((sum, product) => sum + goodOf(product), 0);
  const is_ready = products.every((product) => goodOf(product) >= 0);
  const send = () =>
    receiving.mutate({
      id: shown.id,
      lines: Object.entries(found).map(([id, parts]) => ({ variation_id: Number(id), ...parts })),
      ...(warehouse !== ORIGIN && { warehouse_id: Number(warehouse) }),
      ...(note.trim() !== '' && { note: note.trim() }),
    });
  return (
    <Paper
      withBorder
      p="sm"
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (is_ready) send();
      }}
    >
      <Stack gap="sm">
        <Title order={2} size="h5">
          {t.receive_title}
        </Title>
        <Text size="sm">{t.receive_hint}</Text>
        {products.map((product) => (
          <ProductFields
            key={product.variation_id}
            product={product}
            good={goodOf(product)}
            found={found[product.variation_id] ?? NOTHING}
            onChange={(parts) => setFound((before) => ({ ...before, [product.variation_id]: parts }))}
          />
        ))}
        <WarehouseField value={warehouse} onChange={setWarehouse} />
        <Textarea
          label={t.note}
          value={note}
          maxLength={500}
          autosize
          minRows={1}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <ErrorNotice error={receiving.error} />
        <Button type="submit" h={44} disabled={!is_ready} loading={receiving.isPending}>
          {t.receive(formatNumber(good))}
        </Button>
      </Stack>
    </Paper>
  );
}

interface ProductFieldsProps {
  product: ReturnDetail['lines'][number];
  good: number;
  found: { damaged: number; missing: number };
  onChange: (found: { damaged: number; missing: number }) => void;
}

function ProductFields({ product, good, found, onChange }: ProductFieldsProps) {
  const t = useStrings(returnStrings);
  const name = [product.name, product.color, product.size].filter(Boolean).join(' ');
  const field = (part: 'damaged' | 'missing', label: string, title: string) => (
    <NumberInput
      label={label}
      aria-label={title}
      size="md"
      w={104}
      min={0}
      max={product.quantity}
      allowDecimal={false}
      allowNegative={false}
      value={found[part]}
      error={good < 0}
      onChange={(value) => onChange({ ...found, [part]: Number(value) || 0 })}
    />
  );
  return (
    <Stack gap={4}>
      <Text fw={600} lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
        {name}
      </Text>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {product.sku} · {t.quantity(formatNumber(product.quantity))}
      </Text>
      <Group gap="sm" align="flex-end">
        {field('damaged', t.damaged, t.damaged_of(name))}
        {field('missing', t.missing, t.missing_of(name))}
        <Text fw={600} pb={10}>
          {t.good} {formatNumber(Math.max(0, good))}
        </Text>
      </Group>
      {good < 0 && (
        <Text size="sm" c="red" role="alert">
          {t.too_many}
        </Text>
      )}
    </Stack>
  );
}

function WarehouseField({ value, onChange }: { value: string; onChange: (warehouse: string) => void }) {
  const t = useStrings(returnStrings);
  const may = useMay();
  const { data } = useQuery({
    queryKey: ['choices', 'warehouses'],
    queryFn: async () =>
      (await api.listWarehouses()).data.map(({ id, warehouse }) => ({ value: String(id), label: warehouse })),
    enabled: may('stock.read'),
  });
  if (data === undefined || data.length < 2) return null;
  return (
    <Select
      label={t.into}
      allowDeselect={false}
      data={[{ value: ORIGIN, label: t.into_origin }, ...data]}
      value={value}
      onChange={(chosen) => onChange(chosen ?? ORIGIN)}
    />
  );
}
