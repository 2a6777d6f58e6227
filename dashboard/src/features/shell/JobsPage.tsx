import { Badge, Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Row } from 'ngorder-sdk';
import { useCommand } from '../../ui/command.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { formatMoment } from '../../ui/format.ts';
import { defineStrings, useStrings } from '../../ui/language.ts';
import { words } from '../../ui/words.ts';
import { api } from '../session/api.ts';
import { strings } from './strings.ts';

type Job = Row<'listJobs'>;

const states = defineStrings(
  { QUEUED: 'Antre', RUNNING: 'Berjalan', SUCCESS: 'Selesai', FAILED: 'Gagal' },
  { QUEUED: 'Queued', RUNNING: 'Running', SUCCESS: 'Done', FAILED: 'Failed' },
);
const COLOURS = { QUEUED: 'gray', RUNNING: 'blue', SUCCESS: 'teal', FAILED: 'red' } as const;
const LOOK_EVERY_MS = 1_500;

const isOpen = ({ status }: Job) => status === 'QUEUED' || status === 'RUNNING';

/** Work that the shop has going, and how it ended. */
export default function JobsPage() {
  const t = useStrings(strings);
  const list = useQuery({
    queryKey: ['jobs'],
    queryFn: ({ signal }) => api.listJobs({ per_page: 50 }, { signal }),
    refetchInterval: ({ state }) => (state.data?.data.some(isOpen) === true ? LOOK_EVERY_MS : false),
  });
  return (
    <Stack maw={720}>
      <Title order={1} size="h3">
        {t.jobs}
      </Title>
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {list.data?.data.length === 0 && <Text c="dimmed">{t.jobs_empty}</Text>}
      {list.data?.data.map((job) => (
        <JobCard key={job.id} job={job} />
      ))}
    </Stack>
  );
}

function JobCard({ job }: { job: Job }) {
  const w = useStrings(words);
  const s = useStrings(states);
  const client = useQueryClient();
  const retry = useCommand((id: number, idempotency_key) => api.retryJob({ id }, { idempotency_key }), {
    onDone: () => void client.invalidateQueries({ queryKey: ['jobs'] }),
  });
  const { done, total, percent } = job.progress;
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600} truncate>
          {job.name}
        </Text>
        <Badge color={COLOURS[job.status]} variant="light">
          {s[job.status]}
        </Badge>
      </Group>
      <Text size="xs" c="dimmed">
        {formatMoment(job.created_at)}
      </Text>
      {isOpen(job) && (
        <Progress
          mt="xs"
          value={percent ?? 0}
          animated={percent === null}
          aria-label={`${done}${total === null ? '' : ` / ${total}`}`}
        />
      )}
      {job.errors.map(({ code, message }) => (
        <Text key={`${code} ${message}`} size="sm" c="red" mt="xs">
          {message}
        </Text>
      ))}
      {job.status === 'FAILED' && (
        <Button
          mt="xs"
          size="xs"
          variant="default"
          onClick={() => retry.mutate(job.id)}
          loading={retry.isPending}
        >
          {w.retry}
        </Button>
      )}
    </Paper>
  );
}
