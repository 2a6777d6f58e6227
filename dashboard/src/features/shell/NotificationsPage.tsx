import { Button, Center, Group, Loader, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '../../ui/command.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { formatMoment } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { words } from '../../ui/words.ts';
import { api } from '../session/api.ts';
import { strings } from './strings.ts';

type Feed = 'ACTIVITY' | 'NEWS';

export default function NotificationsPage() {
  const t = useStrings(strings);
  const w = useStrings(words);
  const client = useQueryClient();
  const [type, setType] = useState<Feed>('ACTIVITY');
  const list = useInfiniteQuery({
    queryKey: ['notifications', 'list', type],
    initialPageParam: 1,
    queryFn: ({ pageParam, signal }) =>
      api.listNotifications({ type, pagination_offset: pageParam }, { signal }),
    getNextPageParam: ({ meta: { pagination } }) =>
      pagination.current_page < pagination.total_pages ? pagination.current_page + 1 : undefined,
  });
  const markRead = useCommand(
    (feed: Feed, idempotency_key) => api.readNotifications({ type: feed }, { idempotency_key }),
    { onDone: () => void client.invalidateQueries({ queryKey: ['notifications'] }) },
  );
  const rows = list.data?.pages.flatMap(({ data }) => data) ?? [];
  return (
    <Stack maw={720}>
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t.notifications}
        </Title>
        <Button variant="default" onClick={() => markRead.mutate(type)} loading={markRead.isPending}>
          {t.mark_read}
        </Button>
      </Group>
      <SegmentedControl
        value={type}
        onChange={(value) => setType(value)}
        data={[
          { value: 'ACTIVITY', label: t.activity },
          { value: 'NEWS', label: t.news },
        ]}
      />
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {list.isLoading && (
        <Center>
          <Loader />
        </Center>
      )}
      {list.isSuccess && rows.length === 0 && <Text c="dimmed">{t.no_news}</Text>}
      {rows.map((row) => (
        <Group key={row.id} wrap="nowrap" align="flex-start" gap="sm">
          <img src={row.icon} width={36} height={36} alt="" loading="lazy" />
          <div style={{ minWidth: 0 }}>
            <Text size="sm" fw={row.is_read ? 400 : 600} style={{ overflowWrap: 'anywhere' }}>
              {row.title}
            </Text>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {row.body}
            </Text>
            <Text size="xs" c="dimmed" title={formatMoment(row.created_at)}>
              {row.time_ago}
            </Text>
          </div>
        </Group>
      ))}
      {list.hasNextPage && (
        <Button variant="default" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          {w.more}
        </Button>
      )}
    </Stack>
  );
}
