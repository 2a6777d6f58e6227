import { Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { formatNumber, formatRupiah } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import type { Home } from './home-figures.ts';
import { strings } from './strings.ts';

type Today = NonNullable<Home['today']>;

/** Today beside the same day of last week. */
export function TodayFigures({ today }: { today: Today }) {
  const t = useStrings(strings);
  const { last_week } = today;
  const figures = [
    { title: t.net_sales, now: formatRupiah(today.net_sales), before: formatRupiah(last_week.net_sales) },
    ...(today.gross_profit === null || last_week.gross_profit === null
      ? []
      : [
          {
            title: t.gross_profit,
            now: formatRupiah(today.gross_profit),
            before: formatRupiah(last_week.gross_profit),
          },
        ]),
    { title: t.orders, now: formatNumber(today.orders), before: formatNumber(last_week.orders) },
    { title: t.items, now: formatNumber(today.items), before: formatNumber(last_week.items) },
  ];
  return (
    <Stack gap="xs" component="section" aria-label={t.today}>
      <Title order={2} size="h4">
        {t.today}
      </Title>
      <SimpleGrid cols={{ base: 2, lg: 4 }} spacing="xs">
        {figures.map(({ title, now, before }) => (
          <Paper withBorder p="sm" key={title}>
            <Text size="sm" c="dimmed">
              {title}
            </Text>
            <Text size="lg" fw={700}>
              {now}
            </Text>
            <Text size="xs" c="dimmed">
              {t.last_week(before)}
            </Text>
          </Paper>
        ))}
      </SimpleGrid>
    </Stack>
  );
}
