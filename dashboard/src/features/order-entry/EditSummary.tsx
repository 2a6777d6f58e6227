import { Button, Group, Kbd, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { Money } from '../../ui/Money.tsx';
import { StateBadge } from '../order-record/StateBadge.tsx';
import type { EditEntry, Preview } from './edit-entry.ts';
import { strings } from './strings.ts';

/** Money and stock as they are, and as they will be. */
export function EditSummary({ entry, is_changed }: { entry: EditEntry; is_changed: boolean }) {
  const t = useStrings(strings);
  const { preview } = entry;
  return (
    <Paper withBorder p="sm" component="section" aria-labelledby="edit-summary">
      <Stack gap="xs">
        <Title order={2} size="h5" id="edit-summary">
          {t.edit_money}
        </Title>
        {!is_changed && (
          <Text size="sm" c="dimmed">
            {t.edit_nothing}
          </Text>
        )}
        {preview !== undefined && <Sums preview={preview} />}
        {preview !== undefined && is_changed && <Stock preview={preview} />}
      </Stack>
    </Paper>
  );
}

interface EditBarProps {
  entry: EditEntry;
  is_conflict: boolean;
  is_saving: boolean;
  complaints: readonly string[];
  error: unknown;
  onSave: () => void;
}

/** The total and the button, in sight as long as there is something to save; and what stands in the way. */
export function EditBar({ entry, is_conflict, is_saving, complaints, error, onSave }: EditBarProps) {
  const t = useStrings(strings);
  const { preview, quote_error, is_quoted } = entry;
  return (
    <Paper
      withBorder
      shadow="md"
      p="sm"
      pos="sticky"
      bottom="calc(8px + var(--app-shell-footer-height, 0px))"
      style={{ zIndex: 50 }}
      component="section"
      aria-label={t.edit_save}
    >
      <Stack gap="xs">
        {!is_conflict && <ErrorNotice error={error ?? quote_error} />}
        {complaints.map((text) => (
          <Text key={text} size="sm" c="red" role="alert" style={{ overflowWrap: 'anywhere' }}>
            {text}
          </Text>
        ))}
        <Group justify="space-between" wrap="nowrap" gap="xs">
          <div role="status">
            {is_quoted && preview !== undefined ? (
              <>
                <Text size="xs" c="dimmed">
                  {t.sum_total} <Money idr={preview.before.total} />
                </Text>
                <Text fw={700}>
                  <Money idr={preview.after.total} />
                </Text>
              </>
            ) : (
              <Text size="sm" c="dimmed">
                {quote_error === null && entry.input !== undefined ? t.counting : ''}
              </Text>
            )}
          </div>
          <Button
            size="md"
            onClick={onSave}
            loading={is_saving}
            disabled={is_conflict}
            rightSection={<Kbd visibleFrom="sm">{t.save_keys}</Kbd>}
          >
            {t.edit_save}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

function Sums({ preview: { before, after } }: { preview: Preview }) {
  const t = useStrings(strings);
  const rows: [name: string, was: number, will_be: number][] = [
    [t.sum_goods, before.goods, after.goods],
    [t.sum_shipping, before.shipping, after.shipping],
    [t.sum_shipping_discount, -before.shipping_discount, -after.shipping_discount],
    [t.sum_costs, before.other_cost, after.other_cost],
    [t.sum_insurance, before.insurance, after.insurance],
    [t.sum_discount, -before.discount, -after.discount],
    [t.sum_total, before.total, after.total],
    [t.edit_paid, before.paid, after.paid],
    [t.edit_remaining, before.remaining, after.remaining],
  ];
  return (
    <Table withRowBorders={false} horizontalSpacing={4} verticalSpacing={2}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th aria-label={t.edit_money} />
          <Table.Th ta="right">{t.edit_now}</Table.Th>
          <Table.Th ta="right">{t.edit_then}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows
          .filter(([name, was, will_be]) => was !== 0 || will_be !== 0 || name === t.sum_total)
          .map(([name, was, will_be]) => (
            <Table.Tr key={name} fw={was === will_be ? 400 : 700}>
              <Table.Td>{name}</Table.Td>
              <Table.Td ta="right">
                <Money idr={was} />
              </Table.Td>
              <Table.Td ta="right">
                <Money idr={will_be} />
              </Table.Td>
            </Table.Tr>
          ))}
        {before.payment_status !== after.payment_status && (
          <Table.Tr>
            <Table.Td>{t.edit_state}</Table.Td>
            <Table.Td ta="right">
              <StateBadge state={before.payment_status} />
            </Table.Td>
            <Table.Td ta="right">
              <StateBadge state={after.payment_status} />
            </Table.Td>
          </Table.Tr>
        )}
      </Table.Tbody>
    </Table>
  );
}

function Stock({ preview: { stock } }: { preview: Preview }) {
  const t = useStrings(strings);
  if (stock.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t.edit_no_stock}
      </Text>
    );
  return (
    <div>
      <Text size="sm" fw={600}>
        {t.edit_stock}
      </Text>
      {stock.map(({ variation_id, warehouse_id, name, warehouse, delta, left }) => (
        <Group
          key={`${variation_id} ${warehouse_id}`}
          justify="space-between"
          wrap="nowrap"
          align="flex-start"
        >
          <Text size="sm" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
            {name} · {warehouse}
          </Text>
          <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
            <strong>{delta > 0 ? `+${formatNumber(delta)}` : `−${formatNumber(-delta)}`}</strong>{' '}
            {t.edit_stock_left(formatNumber(left))}
          </Text>
        </Group>
      ))}
    </div>
  );
}
