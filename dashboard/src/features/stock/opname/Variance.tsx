import { Text } from '@mantine/core';
import { formatNumber } from '../../../ui/format.ts';
import { useStrings } from '../../../ui/language.ts';
import { opnameStrings } from './opname-strings.ts';

/** By how much a count differs from the system: in words, as colours alone say nothing to some. */
export function Variance({ difference }: { difference: number }) {
  const t = useStrings(opnameStrings);
  if (difference === 0)
    return (
      <Text span inherit c="dimmed">
        {t.same}
      </Text>
    );
  const count = formatNumber(Math.abs(difference));
  return (
    <Text span inherit fw={600} {...(difference < 0 && { c: 'var(--mantine-color-error)' })}>
      {difference > 0 ? t.more_than(count) : t.less_than(count)}
    </Text>
  );
}
