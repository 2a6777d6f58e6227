import { Button, Collapse, Group, Paper, Select, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '../command.ts';
import { ErrorNotice } from '../ErrorNotice.tsx';
import { useStrings } from '../language.ts';
import type { ColumnChoice, ImportKind, MappedColumn, ShownImport } from './import-kind.ts';
import { strings } from './strings.ts';

const NOT_READ = '';

/** Which column holds what: as it was guessed, and as it is chosen. */
export function ImportColumns({ kind, shown }: { kind: ImportKind; shown: ShownImport }) {
  const t = useStrings(strings);
  const { columns, stage } = shown;
  const is_unmapped = stage === 'unmapped';
  const may_change = kind.map !== undefined && (is_unmapped || stage === 'ready');
  const [is_open, setOpen] = useState(is_unmapped);
  const [chosen, setChosen] = useState<Readonly<Record<number, string | null>>>({});
  const read = columns.filter(({ read_as }) => read_as !== null).length;
  const map = useMapping(kind, shown, () => {
    setChosen({});
    setOpen(false);
  });
  const changes = columns
    .filter(({ column, read_as }) => column in chosen && (chosen[column] ?? null) !== read_as)
    .map(({ column }) => ({ column, read_as: chosen[column] ?? null }));
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between">
        <div>
          <Title order={2} size="h5">
            {t.columns}
          </Title>
          <Text size="sm" c="dimmed">
            {is_unmapped ? t.columns_unmapped : t.columns_read(read, columns.length)}
          </Text>
        </div>
        {may_change && !is_unmapped && (
          <Button
            variant="default"
            leftSection={<IconColumns3 size={16} />}
            aria-expanded={is_open}
            onClick={() => setOpen(!is_open)}
          >
            {t.change_columns}
          </Button>
        )}
      </Group>
      <Collapse expanded={is_open && may_change}>
        <Stack gap="sm" pt="sm">
          <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm">
            {columns.map((column) => (
              <ColumnField
                key={column.column}
                column={column}
                targets={kind.targets ?? []}
                value={chosen[column.column] === undefined ? column.read_as : (chosen[column.column] ?? null)}
                onChange={(read_as) => setChosen({ ...chosen, [column.column]: read_as })}
              />
            ))}
          </SimpleGrid>
          <ErrorNotice error={map.error} />
          <Group justify="flex-end">
            <Button
              disabled={changes.length === 0}
              loading={map.isPending}
              onClick={() => map.mutate(changes)}
            >
              {t.check_again}
            </Button>
          </Group>
        </Stack>
      </Collapse>
    </Paper>
  );
}

function useMapping(kind: ImportKind, { id }: ShownImport, onMapped: () => void) {
  const client = useQueryClient();
  return useCommand(
    async (columns: ColumnChoice[], idempotency_key) => kind.map?.(id, columns, idempotency_key),
    {
      onDone: () => {
        onMapped();
        void client.invalidateQueries({ queryKey: [...kind.query_key, 'import', id] });
        void client.invalidateQueries({ queryKey: [...kind.query_key, 'rows', id] });
      },
      onError: () => undefined,
    },
  );
}

interface ColumnFieldProps {
  column: MappedColumn;
  targets: readonly { value: string; label: string }[];
  value: string | null;
  onChange: (read_as: string | null) => void;
}

function ColumnField({ column, targets, value, onChange }: ColumnFieldProps) {
  const t = useStrings(strings);
  const title = column.title === '' ? t.column_of(column.column) : column.title;
  const known = value === column.read_as && value !== null ? column.known_by : '';
  return (
    <Stack gap={2} miw={0}>
      <Select
        label={
          <Text span inherit lineClamp={1} title={title} style={{ overflowWrap: 'anywhere' }}>
            {title}
          </Text>
        }
        aria-label={t.read_as(title)}
        allowDeselect={false}
        searchable
        data={[{ value: NOT_READ, label: t.not_read }, ...targets]}
        value={value ?? NOT_READ}
        onChange={(chosen) => onChange(chosen === NOT_READ ? null : chosen)}
      />
      <Text size="xs" c="dimmed" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
        {[known, column.samples.length > 0 ? t.samples(column.samples.slice(0, 3).join(', ')) : '']
          .filter(Boolean)
          .join('. ')}
      </Text>
    </Stack>
  );
}
