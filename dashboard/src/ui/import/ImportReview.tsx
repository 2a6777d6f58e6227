import { ActionIcon, Alert, Center, Group, Loader, Progress, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { ErrorNotice } from '../ErrorNotice.tsx';
import { formatNumber } from '../format.ts';
import { useStrings } from '../language.ts';
import { tell } from '../notice.tsx';
import { words } from '../words.ts';
import { ImportActs } from './ImportActs.tsx';
import { ImportColumns } from './ImportColumns.tsx';
import { ImportRows } from './ImportRows.tsx';
import { isBusy, type ImportKind, type ImportStage, type ShownImport } from './import-kind.ts';
import { StageBadge } from './StageBadge.tsx';
import { strings } from './strings.ts';

const LOOK_EVERY_MS = 1_000;

/** An import, from its check to what became of it. One may leave and come back at any time. */
export function ImportReview({ kind, id }: { kind: ImportKind; id: number }) {
  const w = useStrings(words);
  const query = useQuery({
    queryKey: [...kind.query_key, 'import', id],
    queryFn: ({ signal }) => kind.get(id, signal),
    refetchInterval: ({ state }) =>
      state.data !== undefined && isBusy(state.data.stage) ? LOOK_EVERY_MS : false,
  });
  const shown = query.data;
  useOutcome(kind, shown?.stage);
  if (shown === undefined)
    return query.error === null ? (
      <Center h={160}>
        <Loader aria-label={w.loading} />
      </Center>
    ) : (
      <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
    );
  return (
    <Stack gap="sm">
      <Head kind={kind} shown={shown} />
      {shown.job_id !== null && <JobOutcome kind={kind} shown={shown} job_id={shown.job_id} />}
      {shown.stage === 'ready' &&
        shown.notes.map((note) => (
          <Alert key={note} color="blue" p="xs">
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {note}
            </Text>
          </Alert>
        ))}
      <ImportColumns key={`${id} ${shown.stage}`} kind={kind} shown={shown} />
      {shown.stage !== 'unmapped' && shown.stage !== 'checking' && <ImportRows kind={kind} shown={shown} />}
      <ImportActs kind={kind} shown={shown} />
    </Stack>
  );
}

function Head({ kind, shown }: { kind: ImportKind; shown: ShownImport }) {
  const t = useStrings(strings);
  return (
    <Group gap="xs" wrap="nowrap">
      <ActionIcon component={Link} to={kind.linkOf()} variant="subtle" size="lg" aria-label={t.another_file}>
        <IconArrowLeft size={20} />
      </ActionIcon>
      <Title order={1} size="h3" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
        {shown.file_name}
      </Title>
      <StageBadge stage={shown.stage} />
    </Group>
  );
}

/** Says it when work that was seen going on has ended, and has what it changed read anew. */
function useOutcome(kind: ImportKind, stage: ImportStage | undefined): void {
  const t = useStrings(strings);
  const client = useQueryClient();
  const before = useRef(stage);
  useEffect(() => {
    const last = before.current;
    before.current = stage;
    if (last === undefined || stage === undefined || last === stage || !isBusy(last)) return;
    void client.invalidateQueries({ queryKey: [...kind.query_key, 'past'] });
    void client.invalidateQueries({ queryKey: ['jobs'] });
    if (stage === 'applied' && last === 'applying') tell(t.applied_message);
    if (stage === 'undone') tell(t.undone_message);
    kind.onChanged();
  }, [client, kind, stage, t]);
}

/** How far the work is, or why it was not done. */
function JobOutcome({ kind, shown, job_id }: { kind: ImportKind; shown: ShownImport; job_id: number }) {
  const t = useStrings(strings);
  const is_busy = isBusy(shown.stage);
  const { data: job } = useQuery({
    queryKey: [...kind.query_key, 'job', job_id, shown.stage],
    queryFn: ({ signal }) => kind.job(job_id, signal),
    refetchInterval: is_busy ? LOOK_EVERY_MS : false,
  });
  if (is_busy) {
    const { done = 0, total = null, percent = null } = job?.progress ?? {};
    const text = t.progress(formatNumber(done), formatNumber(total ?? shown.counts.rows));
    return (
      <Stack gap={4} role="status">
        <Progress value={percent ?? 100} animated={percent === null} aria-label={text} />
        <Text size="sm">{text}</Text>
        <Text size="sm" c="dimmed">
          {t.may_leave}
        </Text>
      </Stack>
    );
  }
  if (job?.status !== 'FAILED') return null;
  return (
    <Alert color="red" title={t.failed} role="alert">
      {job.errors.map(({ message }) => (
        <Text key={message} size="sm">
          {message}
        </Text>
      ))}
    </Alert>
  );
}
