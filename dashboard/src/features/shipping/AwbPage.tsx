import { ActionIcon, Group, Paper, Stack, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ImportWizard } from '../../ui/import/ImportWizard.tsx';
import { useStrings } from '../../ui/language.ts';
import { ScanField } from '../../ui/scan/ScanField.tsx';
import type { ScanResult } from '../../ui/scan/use-scans.ts';
import { words } from '../../ui/words.ts';
import { api } from '../session/api.ts';
import { useAwbImport } from './awb-import.ts';
import { deskStrings } from './desk-strings.ts';
import type { ParcelToPack } from './parcel-code.ts';

/** AWB numbers, one by one with a scanner or all of a list at once. */
export default function AwbPage() {
  const w = useStrings(words);
  const kind = useAwbImport();
  const { id } = useParams({ strict: false });
  if (id !== undefined) return <ImportWizard kind={kind} id={Number(id)} />;
  return (
    <Stack>
      <ActionIcon component={Link} to="/shipping" variant="subtle" size="lg" aria-label={w.back}>
        <IconArrowLeft size={20} />
      </ActionIcon>
      <ImportWizard kind={kind} />
      <AwbEntry />
    </Stack>
  );
}

/** First the parcel, then its number. */
function AwbEntry() {
  const t = useStrings(deskStrings);
  const client = useQueryClient();
  const [parcel, setParcel] = useState<ParcelToPack>();
  const current = useRef<ParcelToPack>(undefined);
  const show = (next: ParcelToPack | undefined) => {
    current.current = next;
    setParcel(next);
  };
  const onScan = async (code: string): Promise<ScanResult> => {
    const before = current.current;
    if (before === undefined) {
      const { data } = await api.scanParcel({ code });
      const { po_number, awb_number, receiver } = data;
      if (awb_number !== null) return { tone: 'wrong', message: t.awb_has(po_number, awb_number) };
      show(data);
      return { tone: 'right', message: t.awb_for(po_number, receiver) };
    }
    const { order_id, shipment, po_number } = before;
    await api.addAwbNumber({ id: order_id, shipment, awb_number: code });
    show(undefined);
    void client.invalidateQueries({ queryKey: ['orders'] });
    return { tone: 'complete', message: t.awb_saved(po_number, code) };
  };
  return (
    <Paper withBorder p="sm" maw={960} component="section" aria-label={t.awb_one}>
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={2} size="h5">
            {t.awb_one}
          </Title>
        </Group>
        <ScanField
          label={parcel === undefined ? t.awb_parcel : t.awb_scan(parcel.po_number)}
          onScan={onScan}
        />
      </Stack>
    </Paper>
  );
}
