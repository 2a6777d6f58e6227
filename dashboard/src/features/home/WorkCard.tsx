import { Paper, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { formatNumber, formatRupiah } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { placeOf } from '../../ui/opened-list.ts';
import { words } from '../../ui/words.ts';
import classes from './home.module.css';
import type { Home } from './home-figures.ts';
import { strings } from './strings.ts';

/** How much of a kind of work waits; it opens the list of it. */
export function WorkCard({ work: { kind, count, is_exact, amount, opens } }: { work: Home['work'][number] }) {
  const t = useStrings(strings);
  const w = useStrings(words);
  const place = placeOf(opens);
  const number = formatNumber(count);
  const content = (
    <>
      <Text size="xl" fw={700} component="span">
        {is_exact ? number : w.at_least(number)}
      </Text>
      <Text size="sm" component="span">
        {t[kind]}
      </Text>
      {amount !== null && (
        <Text size="xs" c="dimmed" component="span">
          {formatRupiah(amount)}
        </Text>
      )}
    </>
  );
  if (place === undefined)
    return (
      <Paper withBorder p="sm" className={classes['work'] ?? ''}>
        {content}
      </Paper>
    );
  return (
    <Link to={place.to} search={place.search} className={classes['link'] ?? ''}>
      <Paper withBorder p="sm" className={classes['work'] ?? ''}>
        {content}
      </Paper>
    </Link>
  );
}
