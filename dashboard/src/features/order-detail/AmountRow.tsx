import { Group, Text } from '@mantine/core';
import { Money } from '../../ui/Money.tsx';

interface AmountRowProps {
  name: string;
  idr: number;
  is_strong?: boolean;
}

/** An amount with what it is. */
export function AmountRow({ name, idr, is_strong = false }: AmountRowProps) {
  const weight = is_strong ? { fw: 700 } : {};
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <Text size="sm" lineClamp={2} style={{ overflowWrap: 'anywhere' }} {...weight}>
        {name}
      </Text>
      <Text size="sm" {...weight}>
        <Money idr={idr} />
      </Text>
    </Group>
  );
}
