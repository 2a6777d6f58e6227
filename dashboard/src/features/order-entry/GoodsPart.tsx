import { Group, Paper, Stack, Text } from '@mantine/core';
import { useRef, useState, type RefObject } from 'react';
import { formatNumber } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { Money } from '../../ui/Money.tsx';
import { Picker } from '../../ui/Picker.tsx';
import { api } from '../session/api.ts';
import { lineKey, lineOf, withLine, type VariationRow } from './draft.ts';
import { useEntry } from './entry.ts';
import { LineRow } from './LineRow.tsx';
import { strings } from './strings.ts';

const SHOWN = 10;

interface GoodsPartProps {
  field: RefObject<HTMLInputElement | null>;
  /** Enter in the empty field: that is all the goods. */
  onSkip: () => void;
}

const optionOf = (row: VariationRow) => <Goods row={row} />;

/** What is ordered. */
export function GoodsPart({ field, onSkip }: GoodsPartProps) {
  const t = useStrings(strings);
  const { draft, change, errors } = useEntry();
  const quantities = useRef(new Map<number, HTMLInputElement>());
  const [added, setAdded] = useState<number>();
  const customer_id = draft.sender?.id;
  const pick = (found: VariationRow) => {
    change({ lines: withLine(draft.lines, lineOf(found)) });
    setAdded(found.variation_id);
    // The field is there once the line is drawn.
    setTimeout(() => {
      const quantity = quantities.current.get(found.variation_id);
      quantity?.focus();
      quantity?.select();
    });
  };
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Picker
          field={field}
          label={t.goods}
          placeholder={t.find_goods}
          name={`products ${customer_id ?? ''}`}
          find={async (keyword, signal) =>
            (
              await api.listVariations(
                {
                  ...(keyword !== '' && { keyword }),
                  ...(customer_id !== undefined && { customer_id }),
                  per_page: SHOWN,
                },
                { signal },
              )
            ).data
          }
          idOf={({ variation_id }) => variation_id}
          option={optionOf}
          onPick={pick}
          onSkip={onSkip}
          error={errors['products']}
        />
        {draft.lines.length === 0 && (
          <Text size="sm" c="dimmed">
            {t.no_goods}
          </Text>
        )}
        {draft.lines.map((line) => (
          <LineRow
            key={lineKey(line)}
            line={line}
            is_added={line.id === added}
            onField={(element) => {
              if (element === null) quantities.current.delete(line.id);
              else quantities.current.set(line.id, element);
            }}
            onEnter={() => field.current?.focus()}
          />
        ))}
      </Stack>
    </Paper>
  );
}

/** Of which goods, for how much, and how many there are where. */
function Goods({ row }: { row: VariationRow }) {
  const t = useStrings(strings);
  const places = row.warehouse_stock ?? [];
  return (
    <>
      <Group gap="xs" wrap="nowrap" justify="space-between">
        <Text size="sm" fw={600} truncate>
          {[row.name, row.color, row.size].filter((part) => part !== '').join(' ')}
        </Text>
        <Money idr={row.price} size="sm" />
      </Group>
      <Text size="xs" c="dimmed" truncate>
        {row.sku} · {t.stock(formatNumber(row.stock_quantity))}
        {places.length > 1 &&
          ` (${places.map(({ warehouse_name, stock }) => `${warehouse_name} ${formatNumber(stock)}`).join(', ')})`}
      </Text>
    </>
  );
}
