import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { formatMoment } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { usePagedRows } from '../../ui/list/paged-rows.ts';
import { Money } from '../../ui/Money.tsx';
import { words } from '../../ui/words.ts';
import { api } from '../session/api.ts';
import { codStrings } from './cod-strings.ts';

export const FIGURES = [
  'ON_ITS_WAY',
  'NOT_INVOICED',
  'UNPAID_0_7',
  'UNPAID_8_14',
  'UNPAID_15_30',
  'UNPAID_OVER_30',
  'FAILED',
  'TO_COME',
] as const;
export type CodFigure = (typeof FIGURES)[number];

const PER_PAGE = 50;

/** The parcels behind a number. */
export function CodParcels({ courier, figure }: { courier: string | undefined; figure: CodFigure }) {
  const t = useStrings(codStrings);
  const w = useStrings(words);
  const list = usePagedRows(['orders', 'cod', courier, figure], (place, signal) =>
    api.listCodParcels(
      { ...(courier !== undefined && { courier }), figure, per_page: PER_PAGE, ...place },
      { signal },
    ),
  );
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Title order={2} size="h5" style={{ overflowWrap: 'anywhere' }}>
          {courier === undefined ? t[figure] : t.parcels_of(courier, t[figure])}
        </Title>
        <ErrorNotice error={list.error} onRetry={list.reload} />
        {list.rows.map(({ order_id, po_number, trip, awb_number, amount, changed_at }) => (
          <Group key={`${order_id} ${trip}`} justify="space-between" wrap="nowrap" gap="xs" mih={44}>
            <div style={{ minWidth: 0 }}>
              <Anchor component={Link} to={`/orders/${order_id}`} fw={600}>
                {t.order(po_number)}
              </Anchor>
              <Text size="xs" c="dimmed" truncate>
                {awb_number ?? '–'} · {formatMoment(changed_at)}
              </Text>
            </div>
            <Money idr={amount} />
          </Group>
        ))}
        {list.has_more && (
          <Button variant="default" loading={list.is_loading_more} onClick={list.loadMore}>
            {w.more}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}
