import { Group, Paper, Text } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { formatNumber } from '../format.ts';
import { useStrings } from '../language.ts';
import type { LoadedRows } from '../list/list-props.ts';
import { StatusBadge } from '../StatusBadge.tsx';
import classes from './import.module.css';
import type { ImportedRow, ImportKind } from './import-kind.ts';
import { strings } from './strings.ts';

const CARD_HEIGHT = 96;
const AHEAD = 15;

interface ImportRowCardsProps {
  kind: ImportKind;
  list: LoadedRows<ImportedRow>;
}

/** Rows of the file where a table has no room: what is wrong comes first. */
export function ImportRowCards({ kind, list }: ImportRowCardsProps) {
  const t = useStrings(strings);
  const box = useRef<HTMLUListElement>(null);
  const { rows, has_more, is_loading_more, loadMore } = list;
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => CARD_HEIGHT,
    overscan: 6,
    scrollMargin: box.current?.offsetTop ?? 0,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (has_more && !is_loading_more && last >= rows.length - AHEAD) loadMore();
  }, [has_more, is_loading_more, last, rows.length, loadMore]);
  return (
    <ul ref={box} aria-label={t.rows} className={classes['cards']} style={{ height: virtual.getTotalSize() }}>
      {items.map(({ index, start }) => {
        const row = rows[index];
        return row === undefined ? null : (
          <li
            key={row.row}
            ref={virtual.measureElement}
            data-index={index}
            className={classes['card']}
            style={{ transform: `translateY(${start - virtual.options.scrollMargin}px)` }}
          >
            <RowCard row={row} outcomes={kind.outcomes} />
          </li>
        );
      })}
    </ul>
  );
}

function RowCard({ row, outcomes }: { row: ImportedRow; outcomes: ImportKind['outcomes'] }) {
  const t = useStrings(strings);
  const outcome = outcomes.find(({ id }) => id === row.outcome);
  const cells = Object.entries(row.cells).map(([title, value]) => `${title}: ${String(value).slice(0, 80)}`);
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={600}>
          {t.row(formatNumber(row.row))}
        </Text>
        {outcome && <StatusBadge tone={outcome.tone}>{outcome.label}</StatusBadge>}
      </Group>
      {row.errors.map(({ column, reason }) => (
        <div key={`${column} ${reason}`} className={classes['wrong']} style={{ padding: 6, marginTop: 4 }}>
          <Text size="sm" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
            {column}: {String(row.cells[column] ?? '–').slice(0, 200)}
          </Text>
          <div className={classes['reason']}>{reason}</div>
        </div>
      ))}
      <Text size="xs" c="dimmed" mt={4} lineClamp={3} style={{ overflowWrap: 'anywhere' }}>
        {cells.join(' · ')}
      </Text>
    </Paper>
  );
}
