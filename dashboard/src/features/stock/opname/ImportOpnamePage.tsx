import {
  ActionIcon,
  Alert,
  Button,
  FileButton,
  Group,
  Paper,
  Select,
  Stack,
  Table,
  Text,
  Title,
} from '@mantine/core';
import { IconArrowLeft, IconDownload, IconFileUpload } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { NgorderError } from 'ngorder-sdk';
import { useRef, useState } from 'react';
import { useCommand } from '../../../ui/command.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { fieldErrors } from '../../../ui/explain.ts';
import { formatNumber } from '../../../ui/format.ts';
import { useStrings } from '../../../ui/language.ts';
import { tell, tellError } from '../../../ui/notice.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { words } from '../../../ui/words.ts';
import { api } from '../../session/api.ts';
import { useMay } from '../../session/session.ts';
import { goodsStrings } from '../goods/goods-strings.ts';
import { useWarehouseChoices } from '../goods/use-warehouses.ts';
import { useStockChanged } from '../stock-of.ts';
import { opnameStrings } from './opname-strings.ts';

/** A count that was written into a sheet: what is wrong in it is shown by row, and nothing is applied until it is right or left out. */
export default function ImportOpnamePage() {
  const t = useStrings(opnameStrings);
  const g = useStrings(goodsStrings);
  const w = useStrings(words);
  const [file, setFile] = useState<File>();
  const reset = useRef<() => void>(null);
  const command = useImport();
  if (!useMay()('stock.write')) return <Text>{g.forbidden}</Text>;
  const send = (chosen: File, partial: boolean) =>
    command.mutate({
      file: chosen,
      partial,
      known_by: `${chosen.name} ${chosen.size} ${chosen.lastModified}`,
    });
  return (
    <Stack maw={720}>
      <Group gap="xs" wrap="nowrap">
        <ActionIcon component={Link} to="/stock/opname" variant="subtle" size="lg" aria-label={w.back}>
          <IconArrowLeft size={20} />
        </ActionIcon>
        <Title order={1} size="h3">
          {t.import_title}
        </Title>
      </Group>
      <Text size="sm">{t.import_about}</Text>
      <DownloadSheet />
      <FileButton
        accept=".xlsx,.csv"
        resetRef={reset}
        onChange={(chosen) => {
          if (chosen === null) return;
          setFile(chosen);
          // The same file, corrected, can be chosen again.
          reset.current?.();
          send(chosen, false);
        }}
      >
        {(props) => (
          <Button {...props} size="md" leftSection={<IconFileUpload size={18} />} loading={command.isPending}>
            {t.choose_file}
          </Button>
        )}
      </FileButton>
      {file !== undefined && (
        <Faults error={command.error} onPartial={() => send(file, true)} is_sending={command.isPending} />
      )}
    </Stack>
  );
}

interface Upload {
  file: File;
  partial: boolean;
  /** Tells files apart, whose content no key can hold. */
  known_by: string;
}

function useImport() {
  const t = useStrings(opnameStrings);
  const navigate = useNavigate();
  const onChanged = useStockChanged();
  return useCommand(
    async ({ file, partial }: Upload, idempotency_key) =>
      (await api.importOpname({ file, partial }, { idempotency_key, timeout_ms: 120_000 })).data,
    {
      onDone: ({ opnames, skipped_total }) => {
        tell(
          [t.import_done(opnames.length), skipped_total > 0 ? t.skipped(formatNumber(skipped_total)) : '']
            .filter(Boolean)
            .join(' '),
        );
        onChanged();
        const [only] = opnames;
        void navigate({
          to: only !== undefined && opnames.length === 1 ? `/stock/opname/${only.id}` : '/stock/opname',
        });
      },
      onError: () => undefined,
    },
  );
}

function DownloadSheet() {
  const t = useStrings(opnameStrings);
  const g = useStrings(goodsStrings);
  const choices = useWarehouseChoices();
  const [warehouse, setWarehouse] = useState('0');
  return (
    <Group align="flex-end">
      {choices.length > 1 && (
        <Select
          label={g.warehouse}
          allowDeselect={false}
          data={choices}
          value={warehouse}
          onChange={(chosen) => chosen !== null && setWarehouse(chosen)}
        />
      )}
      <Button
        variant="default"
        leftSection={<IconDownload size={16} />}
        onClick={() =>
          void api
            .download('getOpnameTemplate', { warehouse_id: Number(warehouse) }, { timeout_ms: 120_000 })
            .then(saveFile, tellError)
        }
      >
        {t.download_sheet}
      </Button>
    </Group>
  );
}

interface FaultsProps {
  error: unknown;
  onPartial: () => void;
  is_sending: boolean;
}

/** `file.12.SKU`: row and column as the sheet has them. */
const CELL = /^file\.(\d+)\.(.+)$/;

function Faults({ error, onPartial, is_sending }: FaultsProps) {
  const t = useStrings(opnameStrings);
  const cells = Object.entries(fieldErrors(error)).flatMap(([field, reason]) => {
    const [, row, column] = CELL.exec(field) ?? [];
    return row === undefined || column === undefined
      ? []
      : [{ row: Number(row), column, reason: reason.replace(`${field} `, '') }];
  });
  if (!(error instanceof NgorderError) || cells.length === 0) return <ErrorNotice error={error} />;
  return (
    <Paper withBorder p="sm">
      <Stack gap="sm">
        <Alert color="red" role="alert">
          {t.import_faults}
        </Alert>
        <Table>
          <Table.Tbody>
            {cells.map(({ row, column, reason }) => (
              <Table.Tr key={`${row} ${column}`}>
                <Table.Td w={180} style={{ overflowWrap: 'anywhere' }}>
                  {t.row(formatNumber(row), column)}
                </Table.Td>
                <Table.Td>{reason}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Group justify="flex-end">
          <Button variant="default" loading={is_sending} onClick={onPartial}>
            {t.apply_valid}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
