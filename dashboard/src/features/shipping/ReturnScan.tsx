import { Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useCommand } from '../../ui/command.ts';
import { useStrings } from '../../ui/language.ts';
import { tell } from '../../ui/notice.tsx';
import { ScanField } from '../../ui/scan/ScanField.tsx';
import type { ScanResult } from '../../ui/scan/use-scans.ts';
import { words } from '../../ui/words.ts';
import { api } from '../session/api.ts';
import type { ParcelToPack } from './parcel-code.ts';
import { returnStrings } from './return-strings.ts';

/** A parcel that came back is scanned, and its return opens; one that nobody has announced is entered first. */
export function ReturnScan() {
  const t = useStrings(returnStrings);
  const navigate = useNavigate();
  const [unknown, setUnknown] = useState<ParcelToPack>();
  const onScan = async (code: string): Promise<ScanResult> => {
    setUnknown(undefined);
    const open = (await api.scanReturn({ code })).data;
    const [first] = open;
    if (first === undefined) {
      const { data } = await api.scanParcel({ code });
      setUnknown(data);
      return { tone: 'wrong', message: t.not_announced(data.po_number) };
    }
    const parcels = new Set(open.map(({ order_id, shipment }) => `${order_id} ${shipment}`));
    if (parcels.size > 1) {
      void navigate({ to: '/shipping/returns', search: { keyword: code } });
      return { tone: 'right', message: t.choose };
    }
    void navigate({ to: `/shipping/returns/${first.id}` });
    return { tone: 'right', message: t.found(first.po_number) };
  };
  return (
    <Stack gap="xs" maw={760}>
      <ScanField label={t.scan} description={t.scan_hint} onScan={onScan} />
      {unknown !== undefined && (
        <AnnounceForm
          key={`${unknown.order_id} ${unknown.shipment}`}
          parcel={unknown}
          onClose={() => setUnknown(undefined)}
        />
      )}
    </Stack>
  );
}

function AnnounceForm({ parcel, onClose }: { parcel: ParcelToPack; onClose: () => void }) {
  const t = useStrings(returnStrings);
  const w = useStrings(words);
  const navigate = useNavigate();
  const client = useQueryClient();
  const [reason, setReason] = useState<string>(t.reason_default);
  const { order_id, shipment, po_number } = parcel;
  const announcing = useCommand(
    (input: { order_id: number; shipment: number; reason: string }, idempotency_key) =>
      api.announceReturn(input, { idempotency_key }),
    {
      onDone: ({ data }) => {
        tell(t.announced(po_number));
        void client.invalidateQueries({ queryKey: ['orders'] });
        void navigate({ to: `/shipping/returns/${data.id}` });
      },
    },
  );
  return (
    <Paper
      withBorder
      p="sm"
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        announcing.mutate({ order_id, shipment, reason: reason.trim() });
      }}
    >
      <Stack gap="xs">
        <Text fw={600}>{t.announce(po_number)}</Text>
        <TextInput
          label={t.reason}
          value={reason}
          maxLength={200}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button type="submit" h={44} loading={announcing.isPending} disabled={reason.trim() === ''}>
            {t.save_return}
          </Button>
          <Button variant="default" h={44} onClick={onClose}>
            {w.cancel}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
