import { Alert, Button, Chip, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { useStrings } from '../../../ui/language.ts';
import type { PriceField } from './price-rule.ts';
import { usePriceRun, type PreviewRow, type PriceOutcome } from './price-run.ts';
import { changes, PriceRows } from './PriceRows.tsx';
import { priceStrings } from './price-strings.ts';

type Shown = 'changing' | 'below' | 'all';

const isBelow = (row: PreviewRow): boolean => row.is_below_cost === true && changes(row);

const SHOWS: Record<Shown, (row: PreviewRow) => boolean> = {
  changing: changes,
  below: isBelow,
  all: () => true,
};

/** What would become of the prices; those that are ticked are changed. */
export function PriceResult({ rows, field }: { rows: readonly PreviewRow[]; field: PriceField }) {
  const t = useStrings(priceStrings);
  const [shown, setShown] = useState<Shown>('changing');
  const [left_out, setLeftOut] = useState<ReadonlySet<number>>(new Set());
  const [outcome, setOutcome] = useState<PriceOutcome>();
  const toggle = useCallback((id: number) => {
    setLeftOut((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const wanted = rows.filter((row) => changes(row) && !left_out.has(row.variation_id));
  return (
    <Stack gap="sm">
      <ResultTabs rows={rows} shown={shown} onShow={setShown} />
      <PriceRows
        key={shown}
        rows={rows.filter(SHOWS[shown])}
        left_out={left_out}
        conflicts={outcome?.conflicts ?? NO_CONFLICTS}
        onToggle={toggle}
      />
      {outcome === undefined ? (
        <ApplyBar field={field} wanted={wanted} onDone={setOutcome} />
      ) : (
        <Alert color={outcome.conflicts.size + outcome.gone > 0 ? 'orange' : 'teal'} role="status">
          {t.done(formatNumber(outcome.changed.length))}
          {outcome.conflicts.size > 0 && ` ${t.conflicts(formatNumber(outcome.conflicts.size))}`}
          {outcome.gone > 0 && ` ${t.gone(formatNumber(outcome.gone))}`}
        </Alert>
      )}
    </Stack>
  );
}

const NO_CONFLICTS: ReadonlyMap<number, number> = new Map();

interface ResultTabsProps {
  rows: readonly PreviewRow[];
  shown: Shown;
  onShow: (shown: Shown) => void;
}

function ResultTabs({ rows, shown, onShow }: ResultTabsProps) {
  const t = useStrings(priceStrings);
  const below = rows.filter(isBelow).length;
  const isShown = (value: string): value is Shown => value in SHOWS;
  return (
    <Chip.Group value={shown} onChange={(value) => isShown(value) && onShow(value)}>
      <Group gap={6} role="radiogroup" aria-label={t.show}>
        <Chip value="changing" variant="outline">
          {t.changing(formatNumber(rows.filter(changes).length))}
        </Chip>
        {below > 0 && (
          <Chip value="below" variant="outline">
            {t.below(formatNumber(below))}
          </Chip>
        )}
        <Chip value="all" variant="outline">
          {t.all(formatNumber(rows.length))}
        </Chip>
      </Group>
    </Chip.Group>
  );
}

interface ApplyBarProps {
  field: PriceField;
  wanted: readonly PreviewRow[];
  onDone: (outcome: PriceOutcome) => void;
}

function ApplyBar({ field, wanted, onDone }: ApplyBarProps) {
  const t = useStrings(priceStrings);
  const { command, done } = usePriceRun(onDone);
  const count = formatNumber(wanted.length);
  const below = wanted.filter(isBelow).length;
  const working = t.working(formatNumber(done), count);
  return (
    <Paper
      withBorder
      shadow="md"
      p="xs"
      style={{ position: 'sticky', bottom: 'calc(8px + var(--app-shell-footer-height, 0px))', zIndex: 50 }}
    >
      <Stack gap="xs">
        <ErrorNotice error={command.error} />
        {command.isPending && (
          <div role="status">
            <Progress value={(done / Math.max(1, wanted.length)) * 100} aria-label={working} />
            <Text size="sm">{working}</Text>
          </div>
        )}
        <Group justify="flex-end">
          {wanted.length === 0 ? (
            <Text size="sm">{t.nothing}</Text>
          ) : (
            <Button
              leftSection={<IconCheck size={16} />}
              loading={command.isPending}
              {...(below > 0 && { color: 'red' })}
              onClick={() =>
                command.mutate({
                  field,
                  prices: wanted.map(({ variation_id, from, to }) => ({
                    variation_id,
                    from,
                    to: to ?? from,
                  })),
                })
              }
            >
              {below > 0 ? t.apply_below(count, formatNumber(below)) : t.apply(count)}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
