import { Checkbox, Group, Paper, Stack, Text } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { memo, useRef } from 'react';
import { formatRupiah } from '../../../ui/format.ts';
import { useStrings } from '../../../ui/language.ts';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import type { PreviewRow } from './price-run.ts';
import { priceStrings } from './price-strings.ts';

const ROW_HEIGHT = 66;

export const changes = ({ from, to }: PreviewRow): boolean => to !== null && to !== from;

interface PriceRowsProps {
  rows: readonly PreviewRow[];
  /** Variations whose price is left as it is. */
  left_out: ReadonlySet<number>;
  /** Prices of now of those that somebody else has changed. */
  conflicts: ReadonlyMap<number, number>;
  onToggle: (variation_id: number) => void;
}

/** Old and new price of each variation; of thousands only those in sight are in the page. */
export function PriceRows({ rows, left_out, conflicts, onToggle }: PriceRowsProps) {
  const box = useRef<HTMLUListElement>(null);
  const t = useStrings(priceStrings);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    scrollMargin: box.current?.offsetTop ?? 0,
  });
  return (
    <ul
      ref={box}
      aria-label={t.title}
      style={{
        position: 'relative',
        margin: 0,
        padding: 0,
        listStyle: 'none',
        height: virtual.getTotalSize(),
      }}
    >
      {virtual.getVirtualItems().map(({ index, start }) => {
        const row = rows[index];
        return row === undefined ? null : (
          <li
            key={row.variation_id}
            ref={virtual.measureElement}
            data-index={index}
            style={{
              position: 'absolute',
              insetInline: 0,
              paddingBottom: 6,
              transform: `translateY(${start - virtual.options.scrollMargin}px)`,
            }}
          >
            <PriceRow
              row={row}
              is_left_out={left_out.has(row.variation_id)}
              conflict={conflicts.get(row.variation_id)}
              onToggle={onToggle}
            />
          </li>
        );
      })}
    </ul>
  );
}

interface PriceRowProps {
  row: PreviewRow;
  is_left_out: boolean;
  conflict: number | undefined;
  onToggle: (variation_id: number) => void;
}

const PriceRow = memo(function PriceRow({ row, is_left_out, conflict, onToggle }: PriceRowProps) {
  const t = useStrings(priceStrings);
  const name = [row.name.slice(0, 200), row.color, row.size].filter(Boolean).join(' ');
  return (
    <Paper withBorder px="sm" py={8}>
      <Group wrap="nowrap" gap="sm">
        <Checkbox
          aria-label={t.leave_out(name.slice(0, 100))}
          checked={changes(row) && !is_left_out}
          disabled={!changes(row)}
          onChange={() => onToggle(row.variation_id)}
        />
        <Stack gap={0} miw={0} flex={1}>
          <Text size="sm" fw={600} truncate title={name}>
            {name}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {row.sku}
          </Text>
        </Stack>
        <Stack gap={2} align="flex-end" style={{ flexShrink: 0 }}>
          <NewPrice row={row} />
          {conflict !== undefined && (
            <StatusBadge tone="lost">{t.conflict_now(formatRupiah(conflict))}</StatusBadge>
          )}
          {row.is_below_cost === true && changes(row) && (
            <StatusBadge tone="waiting">{t.below_cost}</StatusBadge>
          )}
        </Stack>
      </Group>
    </Paper>
  );
});

function NewPrice({ row }: { row: PreviewRow }) {
  const t = useStrings(priceStrings);
  if (row.to === null)
    return (
      <Text size="xs" c="dimmed" maw={160} ta="right">
        {t.cannot}
      </Text>
    );
  return (
    <Text size="sm">
      <Text span inherit c="dimmed" td={changes(row) ? 'line-through' : 'none'} aria-label={t.old}>
        {formatRupiah(row.from)}
      </Text>{' '}
      <Text span inherit fw={600}>
        {changes(row) ? formatRupiah(row.to) : t.same}
      </Text>
    </Text>
  );
}
