import { ActionIcon, Group, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { formatMoment, formatNumber } from '../../../ui/format.ts';
import { useStrings } from '../../../ui/language.ts';
import { words } from '../../../ui/words.ts';
import { goodsStrings } from './goods-strings.ts';
import { MovementState, type Progress } from './MovementState.tsx';

interface MovementHeadProps {
  back: string;
  movement: {
    description: string;
    progress_status: Progress;
    created_at: string;
    created_by: { name: string };
    variation_total: number;
  };
  /** Of which warehouses. */
  where: string;
}

/** What an opname or a transfer was, by whom and when. */
export function MovementHead({ back, movement, where }: MovementHeadProps) {
  const t = useStrings(goodsStrings);
  const w = useStrings(words);
  const { description, progress_status, created_at, created_by, variation_total } = movement;
  return (
    <div>
      <Group gap="xs" wrap="nowrap">
        <ActionIcon component={Link} to={back} variant="subtle" size="lg" aria-label={w.back}>
          <IconArrowLeft size={20} />
        </ActionIcon>
        <Title order={1} size="h3" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
          {description}
        </Title>
        <MovementState progress={progress_status} />
      </Group>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {[
          formatMoment(created_at.replace('T', ' ')),
          where,
          t.by(created_by.name),
          t.goods_count(formatNumber(variation_total)),
        ].join(' · ')}
      </Text>
    </div>
  );
}
