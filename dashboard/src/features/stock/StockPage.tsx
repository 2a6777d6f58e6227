import { ActionIcon, Anchor, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconArrowsExchange, IconEdit } from '@tabler/icons-react';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { words } from '../../ui/words.ts';
import { useMay } from '../session/session.ts';
import { CorrectDialog } from './CorrectDialog.tsx';
import { History } from './History.tsx';
import { useHistory, useLevels } from './stock-of.ts';
import { strings } from './strings.ts';
import { TransferDialog } from './TransferDialog.tsx';

const route = getRouteApi('/shell/stock/$id');

/** What is left of one variation, where, and how it came to that. */
export default function StockPage() {
  const t = useStrings(strings);
  const w = useStrings(words);
  const id = Number(route.useParams().id);
  const head = useHistory(id, null);
  const title = head.data?.pages[0]?.title;
  return (
    <Stack maw={960}>
      <Group gap="xs" wrap="nowrap">
        <ActionIcon component={Link} to="/stock" variant="subtle" size="lg" aria-label={w.back}>
          <IconArrowLeft size={20} />
        </ActionIcon>
        <Title order={1} size="h3" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
          {title === undefined ? t.title : `${title.product_name} ${title.variation_name}`}
        </Title>
        {title !== undefined && (
          <Anchor component={Link} to={`/products/${title.product_id}`} size="sm" style={{ flexShrink: 0 }}>
            {t.to_product}
          </Anchor>
        )}
      </Group>
      <Levels variation_id={id} />
      <History variation_id={id} />
    </Stack>
  );
}

function Levels({ variation_id }: { variation_id: number }) {
  const t = useStrings(strings);
  const may_write = useMay()('stock.write');
  const query = useLevels(variation_id);
  const [open, setOpen] = useState<'correct' | 'transfer'>();
  const levels = query.data ?? [];
  const close = () => setOpen(undefined);
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h5">
            {t.levels}
          </Title>
          {may_write && levels.length > 0 && (
            <Group gap="xs">
              <Button
                variant="default"
                leftSection={<IconEdit size={16} />}
                onClick={() => setOpen('correct')}
              >
                {t.correct}
              </Button>
              {levels.length > 1 && (
                <Button
                  variant="default"
                  leftSection={<IconArrowsExchange size={16} />}
                  onClick={() => setOpen('transfer')}
                >
                  {t.transfer}
                </Button>
              )}
            </Group>
          )}
        </Group>
        <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
        <SimpleGrid cols={{ base: 2, sm: 4 }}>
          {levels.map(({ warehouse_id, name, stock }) => (
            <div key={warehouse_id}>
              <Text size="xs" c="dimmed" truncate title={name}>
                {name}
              </Text>
              <Text fw={600} size="lg">
                {formatNumber(stock)}
              </Text>
            </div>
          ))}
        </SimpleGrid>
      </Stack>
      {open === 'correct' && <CorrectDialog variation_id={variation_id} levels={levels} onClose={close} />}
      {open === 'transfer' && <TransferDialog variation_id={variation_id} levels={levels} onClose={close} />}
    </Paper>
  );
}
