import { Button, FileButton, Group, Loader, Menu, Paper, Stack, Text, Title } from '@mantine/core';
import { IconDownload, IconFileUpload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type DragEvent } from 'react';
import { useCommand } from '../command.ts';
import { ErrorNotice } from '../ErrorNotice.tsx';
import { formatMoment, formatNumber } from '../format.ts';
import { useStrings } from '../language.ts';
import { usePagedRows } from '../list/paged-rows.ts';
import { tellError } from '../notice.tsx';
import { saveFile } from '../save-file.ts';
import classes from './import.module.css';
import type { ImportKind, ImportSummary } from './import-kind.ts';
import { StageBadge } from './StageBadge.tsx';
import { strings } from './strings.ts';

/** Where a file is chosen, above the imports that were made before. */
export function ImportStart({ kind }: { kind: ImportKind }) {
  return (
    <Stack maw={960}>
      <Group justify="space-between">
        <Title order={1} size="h3">
          {kind.title}
        </Title>
        <TemplateButton kind={kind} />
      </Group>
      <Text size="sm">{kind.about}</Text>
      <DropFile kind={kind} />
      <PastImports kind={kind} />
    </Stack>
  );
}

function TemplateButton({ kind: { template } }: { kind: ImportKind }) {
  const t = useStrings(strings);
  if (template === undefined) return null;
  const download = (format: 'XLSX' | 'CSV') => void template(format).then(saveFile, tellError);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} />}>
          {t.template}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => download('XLSX')}>Excel (.xlsx)</Menu.Item>
        <Menu.Item onClick={() => download('CSV')}>CSV</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function DropFile({ kind }: { kind: ImportKind }) {
  const t = useStrings(strings);
  const { take, is_wrong_kind, command } = useUpload(kind);
  const [is_over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0] ?? null);
  };
  return (
    <Paper
      withBorder
      p="xl"
      className={classes['drop'] ?? ''}
      data-over={is_over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Stack align="center" gap="sm">
        {command.isPending ? (
          <Group role="status">
            <Loader size="sm" />
            <Text size="sm">{t.uploading}</Text>
          </Group>
        ) : (
          <>
            <Text c="dimmed">{t.drop}</Text>
            <FileButton accept=".xlsx,.csv" onChange={take}>
              {(props) => (
                <Button {...props} size="md" leftSection={<IconFileUpload size={18} />}>
                  {t.choose_file}
                </Button>
              )}
            </FileButton>
          </>
        )}
        {is_wrong_kind && (
          <Text size="sm" c="red" role="alert">
            {t.wrong_kind}
          </Text>
        )}
        <ErrorNotice error={command.error} />
      </Stack>
    </Paper>
  );
}

interface Upload {
  file: File;
  /** Tells files apart, whose content no key can hold. */
  known_by: string;
}

function useUpload(kind: ImportKind) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [is_wrong_kind, setWrongKind] = useState(false);
  const command = useCommand(({ file }: Upload, idempotency_key) => kind.upload(file, idempotency_key), {
    onDone: (shown) => {
      client.setQueryData([...kind.query_key, 'import', shown.id], shown);
      void client.invalidateQueries({ queryKey: [...kind.query_key, 'past'] });
      void navigate({ to: kind.linkOf(shown.id) });
    },
    onError: () => undefined,
  });
  const take = (file: File | null) => {
    if (file === null) return;
    const is_sheet = /\.(xlsx|csv)$/i.test(file.name);
    setWrongKind(!is_sheet);
    if (is_sheet) command.mutate({ file, known_by: `${file.name} ${file.size} ${file.lastModified}` });
  };
  return { take, is_wrong_kind, command };
}

function PastImports({ kind }: { kind: ImportKind }) {
  const t = useStrings(strings);
  const list = usePagedRows([...kind.query_key, 'past'], kind.list);
  if (list.rows.length === 0 && list.error === null) return null;
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {t.past}
      </Title>
      <ErrorNotice error={list.error} onRetry={list.reload} />
      {list.rows.map((past) => (
        <PastImport key={past.id} past={past} to={kind.linkOf(past.id)} />
      ))}
      {list.has_more && (
        <Button variant="default" loading={list.is_loading_more} onClick={list.loadMore}>
          {t.show_more}
        </Button>
      )}
    </Stack>
  );
}

function PastImport({
  past: { file_name, stage, created_at, counts },
  to,
}: {
  past: ImportSummary;
  to: string;
}) {
  const t = useStrings(strings);
  return (
    <Paper withBorder p="sm" component={Link} to={to} className={classes['past'] ?? ''}>
      <Group justify="space-between" wrap="nowrap">
        <div style={{ minWidth: 0 }}>
          <Text fw={600} truncate title={file_name}>
            {file_name}
          </Text>
          <Text size="xs" c="dimmed">
            {formatMoment(created_at)} · {t.past_rows(formatNumber(counts.rows), formatNumber(counts.wrong))}
          </Text>
        </div>
        <StageBadge stage={stage} />
      </Group>
    </Paper>
  );
}
