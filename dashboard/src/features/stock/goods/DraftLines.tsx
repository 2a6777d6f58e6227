import { ActionIcon, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { memo, useRef, type ReactNode } from 'react';
import { formatNumber } from '../../../ui/format.ts';
import { useStrings } from '../../../ui/language.ts';
import type { DraftLine } from './goods-draft.ts';
import { goodsStrings } from './goods-strings.ts';

const LINE_HEIGHT = 78;

interface DraftLinesProps {
  lines: readonly DraftLine[];
  label: string;
  /** What the number is. */
  quantity_label: string;
  /** Beside the number: variance, or what is short. */
  note: (line: DraftLine) => ReactNode;
  faultOf: (line: DraftLine) => string | undefined;
  onQuantity: (variation_id: number, quantity: number) => void;
  onRemove: (variation_id: number) => void;
}

/** Goods that were entered, each with its number; of thousands only those in sight are in the page. */
export function DraftLines(props: DraftLinesProps) {
  const { lines, label } = props;
  const box = useRef<HTMLUListElement>(null);
  const virtual = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => LINE_HEIGHT,
    overscan: 6,
    scrollMargin: box.current?.offsetTop ?? 0,
    getItemKey: (index) => lines[index]?.variation_id ?? index,
  });
  return (
    <ul
      ref={box}
      aria-label={label}
      style={{
        position: 'relative',
        margin: 0,
        padding: 0,
        listStyle: 'none',
        height: virtual.getTotalSize(),
      }}
    >
      {virtual.getVirtualItems().map(({ index, start, key }) => {
        const line = lines[index];
        return line === undefined ? null : (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            style={{
              position: 'absolute',
              insetInline: 0,
              paddingBottom: 6,
              transform: `translateY(${start - virtual.options.scrollMargin}px)`,
            }}
          >
            <Line {...props} line={line} />
          </li>
        );
      })}
    </ul>
  );
}

const Line = memo(function Line({
  line,
  quantity_label,
  note,
  faultOf,
  onQuantity,
  onRemove,
}: DraftLinesProps & { line: DraftLine }) {
  const t = useStrings(goodsStrings);
  const { variation_id, name, sku, system_stock, quantity } = line;
  return (
    <Paper withBorder px="sm" py={6}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Stack gap={0} miw={0} flex={1}>
          <Text size="sm" fw={600} truncate title={name.slice(0, 500)}>
            {name.slice(0, 200)}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {sku} · {t.stock(formatNumber(system_stock))}
          </Text>
          <Text size="xs" component="div">
            {note(line)}
          </Text>
        </Stack>
        <TextInput
          w={92}
          size="md"
          inputMode="numeric"
          maxLength={9}
          aria-label={`${quantity_label}: ${name.slice(0, 100)}`}
          error={faultOf(line)}
          value={String(quantity)}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) =>
            onQuantity(variation_id, Number(event.currentTarget.value.replaceAll(/\D/g, '')))
          }
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          aria-label={t.remove(name.slice(0, 100))}
          onClick={() => onRemove(variation_id)}
        >
          <IconX size={18} />
        </ActionIcon>
      </Group>
    </Paper>
  );
});
