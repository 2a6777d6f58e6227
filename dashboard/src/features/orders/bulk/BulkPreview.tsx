import { Alert, Loader, Stack, Text } from '@mantine/core';
import type { Output } from 'ngorder-sdk';
import { formatNumber, formatRupiah } from '../../../ui/format.ts';
import { useStrings } from '../../../ui/language.ts';
import type { ListedOrder } from './bulk-choice.ts';
import { strings } from './strings.ts';

type Preview = Output<'previewBulkOrders'>['data'];
type ReasonGroup = Preview['cannot'][number];

const NUMBERS_SHOWN = 8;

/** With how many orders it can be done, and why not with the others. */
export function BulkPreview({ preview, rows }: { preview?: Preview; rows: readonly ListedOrder[] }) {
  const t = useStrings(strings);
  if (preview === undefined) return <Loader size="sm" />;
  const { can, judged, is_exact, amount, skipped, cannot } = preview;
  return (
    <Stack gap="xs" aria-live="polite">
      <Text fw={600}>{t.can(formatNumber(can), formatNumber(judged))}</Text>
      {amount > 0 && <Text size="sm">{t.amount(formatRupiah(amount))}</Text>}
      {!is_exact && <Alert color="yellow">{t.not_all_tried(formatNumber(judged))}</Alert>}
      {cannot.map((group) => (
        <Reason key={`${group.code} ${group.message}`} group={group} rows={rows} tone="red" />
      ))}
      {skipped.map((group) => (
        <Reason key={`${group.code} ${group.message}`} group={group} rows={rows} tone="gray" />
      ))}
    </Stack>
  );
}

function Reason({
  group: { message, orders, order_ids },
  rows,
  tone,
}: {
  group: ReasonGroup;
  rows: readonly ListedOrder[];
  tone: 'red' | 'gray';
}) {
  const t = useStrings(strings);
  const count = formatNumber(orders);
  const numbers = rows
    .filter(({ order_id }) => order_ids.includes(order_id))
    .slice(0, NUMBERS_SHOWN)
    .map(({ po_number }) => `#${po_number}`);
  const others = orders - numbers.length;
  return (
    <Alert color={tone} title={tone === 'red' ? t.cannot_group(count) : t.skipped_group(count)}>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {message}
      </Text>
      {numbers.length > 0 && (
        <Text size="sm">
          {numbers.join(', ')} {others > 0 && t.and_more(formatNumber(others))}
        </Text>
      )}
    </Alert>
  );
}
