import { Alert, Button, Divider, Group, Kbd, Paper, Stack, Text } from '@mantine/core';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useStrings } from '../../ui/language.ts';
import { Money } from '../../ui/Money.tsx';
import { totalOf, useEntry } from './entry.ts';
import type { Quote } from './request.ts';
import { strings } from './strings.ts';

interface SummaryProps {
  onSave: () => void;
  is_saving: boolean;
  /** Sentences that belong to no field on the screen. */
  complaints: readonly string[];
  error: unknown;
  /** What another has changed while the order was entered. */
  news: string | null;
}

/** All sums, as the server reckons them, and the button. */
export function Summary({ onSave, is_saving, complaints, error, news }: SummaryProps) {
  const t = useStrings(strings);
  const { quote, quote_error, is_quoted, draft } = useEntry();
  return (
    <Paper withBorder p="sm">
      <Stack gap={6}>
        {quote !== undefined && <Sums quote={quote} is_cod={draft.is_cod} />}
        <Text size="xs" c="dimmed" role="status" mih={18}>
          {draft.lines.length > 0 && !is_quoted && quote_error === null ? t.counting : ''}
        </Text>
        {draft.lines.length > 0 && <ErrorNotice error={quote_error} />}
        {quote?.problems.map(({ field, code, text }) => (
          <Text key={`${field} ${code} ${text}`} size="sm" c="red" style={{ overflowWrap: 'anywhere' }}>
            {text}
          </Text>
        ))}
        {complaints.map((text) => (
          <Text key={text} size="sm" c="red" role="alert" style={{ overflowWrap: 'anywhere' }}>
            {text}
          </Text>
        ))}
        <ErrorNotice error={error} />
        {news !== null && (
          <Alert color="orange" role="alert" style={{ overflowWrap: 'anywhere' }}>
            {news}
          </Alert>
        )}
        <Button
          size="md"
          onClick={onSave}
          loading={is_saving}
          rightSection={<Kbd visibleFrom="sm">{t.save_keys}</Kbd>}
        >
          {t.save}
        </Button>
      </Stack>
    </Paper>
  );
}

function Sums({ quote, is_cod }: { quote: Quote; is_cod: boolean }) {
  const t = useStrings(strings);
  const charged = quote.shipping_explanation?.order_cost ?? [];
  const rows: [string, number][] = [
    [t.sum_goods, quote.goods],
    [t.sum_shipping, quote.shipping],
    [t.sum_shipping_discount, -quote.shipping_discount],
    [t.sum_costs, quote.other_cost],
    [t.sum_insurance, quote.insurance],
    [t.sum_discount, -quote.discount],
    ...charged.map(({ name, nominal }): [string, number] => [name, nominal]),
  ];
  return (
    <>
      {rows
        .filter(([, idr], index) => index === 0 || idr !== 0)
        .map(([name, idr]) => (
          <Group key={name} justify="space-between" wrap="nowrap">
            <Text size="sm" truncate>
              {name}
            </Text>
            <Money idr={idr} size="sm" />
          </Group>
        ))}
      <Divider />
      <Group justify="space-between">
        <Text fw={700}>{t.sum_total}</Text>
        <Money idr={totalOf(quote)} fw={700} size="lg" />
      </Group>
      {is_cod && quote.shipping_explanation !== null && (
        <Group justify="space-between">
          <Text size="sm">{t.to_collect}</Text>
          <Money idr={quote.shipping_explanation.to_collect} size="sm" />
        </Group>
      )}
      <Text size="xs" c="dimmed">
        {t.weight((quote.weight / 1_000).toLocaleString('id-ID'))}
        {quote.shipping_explanation !== null && ` · ${quote.shipping_explanation.weight.text}`}
      </Text>
    </>
  );
}
