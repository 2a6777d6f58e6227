import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { formatDay, formatNumber, formatRupiah } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import classes from './home.module.css';
import type { Home } from './home-figures.ts';
import { strings } from './strings.ts';

type Day = NonNullable<Home['days']>[number];

/** A bar for each day, that opens to the orders of it; of profit, where the role may see it, the darker part. */
export function SalesDays({ days }: { days: readonly Day[] }) {
  const t = useStrings(strings);
  const most = Math.max(1, ...days.map(({ net_sales }) => net_sales));
  const share = (amount: number | null) => `${(Math.max(0, amount ?? 0) / most) * 100}%`;
  const [first, last] = [days[0], days.at(-1)];
  return (
    <Stack gap="xs" component="section" aria-label={t.days}>
      <Title order={2} size="h4">
        {t.days}
      </Title>
      <Paper withBorder p="sm">
        <Group justify="space-between">
          <Text size="sm">{t.sales_of}</Text>
          <Text size="xs" c="dimmed">
            {formatRupiah(most)}
          </Text>
        </Group>
        <div className={classes['bars']} ref={showLast}>
          {days.map((day) => (
            <Link
              key={day.date}
              to="/orders"
              search={{ start_date: day.date, end_date: day.date }}
              className={classes['bar'] ?? ''}
              title={sentence(day)}
              aria-label={sentence(day)}
            >
              <span className={classes['sales']} style={{ height: share(day.net_sales) }}>
                <span
                  className={classes['profit']}
                  style={{ height: `${part(day.gross_profit, day.net_sales)}%` }}
                />
              </span>
            </Link>
          ))}
        </div>
        <Group justify="space-between">
          <Text size="xs" c="dimmed">
            {first && formatDay(first.date)}
          </Text>
          <Text size="xs" c="dimmed">
            {last && formatDay(last.date)}
          </Text>
        </Group>
      </Paper>
    </Stack>
  );

  function sentence({ date, net_sales, gross_profit, orders }: Day): string {
    const profit = gross_profit === null ? '' : `, ${t.gross_profit} ${formatRupiah(gross_profit)}`;
    return t.day(formatDay(date), formatRupiah(net_sales), formatNumber(orders)) + profit;
  }
}

/** Where not all have room, the last days are what is looked at. */
function showLast(bars: HTMLDivElement | null): void {
  bars?.scrollTo({ left: bars.scrollWidth });
}

function part(profit: number | null, sales: number): number {
  return profit === null || profit <= 0 || sales <= 0 ? 0 : Math.min(100, (profit / sales) * 100);
}
