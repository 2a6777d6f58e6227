import { Button, CloseButton, Group, Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatNumber } from '../format.ts';
import { useStrings } from '../language.ts';
import { words } from '../words.ts';
import classes from './list.module.css';
import type { LoadedRows } from './list-props.ts';
import type { SelectionHandle } from './selection.ts';

interface BulkBarProps {
  selection: SelectionHandle;
  loaded: number;
  total: LoadedRows<never>['total'];
  children: ReactNode;
}

/** What can be done with the rows that are selected; all that match can be selected at once. */
export function BulkBar({ selection, loaded, total, children }: BulkBarProps) {
  const t = useStrings(words);
  const { ids, is_all, except } = selection;
  if (ids.size === 0 && !is_all) return null;
  const count = is_all ? (total?.count ?? loaded) - except.size : ids.size;
  const is_floor = is_all && total?.is_exact === false;
  const text = is_floor ? t.at_least(formatNumber(count)) : formatNumber(count);
  const can_select_all = !is_all && (total?.count ?? 0) > ids.size;
  return (
    <Paper
      withBorder
      shadow="md"
      p="xs"
      className={classes['bulk'] ?? ''}
      role="toolbar"
      aria-label={t.selected(text)}
    >
      <Group gap="xs">
        <CloseButton size="lg" onClick={selection.clear} aria-label={t.select_none} />
        <Text size="sm" fw={600}>
          {t.selected(text)}
        </Text>
        {can_select_all && total !== undefined && (
          <Button size="compact-sm" variant="subtle" onClick={selection.selectAll}>
            {t.select_all(total.is_exact ? formatNumber(total.count) : t.at_least(formatNumber(total.count)))}
          </Button>
        )}
        {children}
      </Group>
    </Paper>
  );
}
