import { ActionIcon, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconPrinter, IconTruckDelivery, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCommand } from '../../ui/command.ts';
import { explain } from '../../ui/explain.ts';
import { formatNumber } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { tell } from '../../ui/notice.tsx';
import { ScanField } from '../../ui/scan/ScanField.tsx';
import type { ScanResult } from '../../ui/scan/use-scans.ts';
import { words } from '../../ui/words.ts';
import { useDocuments } from '../documents/use-documents.tsx';
import { api } from '../session/api.ts';
import { deskStrings } from './desk-strings.ts';
import { isSameParcel, useHandoverList, type TakenParcel } from './handover-list.ts';
import { strings } from './strings.ts';

/** Parcels are scanned while the courier loads them; each courier signs a list of its own. */
export default function HandoverPage() {
  const t = useStrings(deskStrings);
  const w = useStrings(words);
  const { parcels, change } = useHandoverList();
  const documents = useDocuments();
  const onScan = async (code: string): Promise<ScanResult> => {
    const { order_id, shipment, po_number, courier, awb_number, receiver } = (await api.scanParcel({ code }))
      .data;
    const taken = { order_id, shipment, po_number, courier, awb_number, receiver };
    let count = 0;
    let is_new = true;
    change((before) => {
      is_new = !before.some((one) => isSameParcel(one, taken));
      const after = is_new ? [taken, ...before] : before;
      count = after.filter((one) => one.courier === courier).length;
      return after;
    });
    return is_new
      ? { tone: 'right', message: t.taken(po_number, courier || t.no_courier, formatNumber(count)) }
      : { tone: 'wrong', message: t.taken_before(po_number) };
  };
  const by_courier = [...Map.groupBy(parcels, ({ courier }) => courier)];
  return (
    <Stack maw={760}>
      <Group gap="xs" wrap="nowrap">
        <ActionIcon component={Link} to="/shipping" variant="subtle" size="lg" aria-label={w.back}>
          <IconArrowLeft size={20} />
        </ActionIcon>
        <Title order={1} size="h3">
          {t.handover_title}
        </Title>
      </Group>
      <ScanField label={t.scan_parcel} description={t.handover_hint} onScan={onScan} />
      {by_courier.length === 0 && <Text c="dimmed">{t.no_parcels}</Text>}
      {by_courier.map(([courier, taken]) => (
        <CourierList
          key={courier}
          courier={courier}
          parcels={taken}
          onChange={change}
          onPrint={() =>
            documents.print('MANIFEST', [...new Set(taken.map(({ order_id }) => order_id))].toReversed())
          }
        />
      ))}
      {documents.dialog}
    </Stack>
  );
}

interface CourierListProps {
  courier: string;
  parcels: readonly TakenParcel[];
  onChange: ReturnType<typeof useHandoverList>['change'];
  onPrint: () => void;
}

function CourierList({ courier, parcels, onChange, onPrint }: CourierListProps) {
  const t = useStrings(deskStrings);
  const s = useStrings(strings);
  const shipping = useMarkShipped(onChange);
  return (
    <Paper withBorder p="sm" component="section" aria-label={courier || t.no_courier}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h4" style={{ overflowWrap: 'anywhere' }}>
            {courier || t.no_courier}
          </Title>
          <Text fw={700} size="lg">
            {t.count_of(formatNumber(parcels.length))}
          </Text>
        </Group>
        <Group gap="xs">
          <Button variant="default" h={44} leftSection={<IconPrinter size={18} />} onClick={onPrint}>
            {t.manifest}
          </Button>
          <Button
            h={44}
            leftSection={<IconTruckDelivery size={18} />}
            loading={shipping.isPending}
            onClick={() => shipping.mutate([...parcels])}
          >
            {s.mark_shipped_count(formatNumber(parcels.length))}
          </Button>
        </Group>
        {parcels.map((parcel) => (
          <Group key={`${parcel.order_id} ${parcel.shipment}`} wrap="nowrap" gap="xs">
            <Stack gap={0} flex={1} miw={0}>
              <Text size="sm" truncate>
                #{parcel.po_number} {parcel.receiver}
              </Text>
              <Text size="xs" c="dimmed" truncate>
                {parcel.awb_number ?? s.no_awb}
              </Text>
              {parcel.problem !== undefined && (
                <Text size="sm" c="red" role="alert" style={{ overflowWrap: 'anywhere' }}>
                  {parcel.problem}
                </Text>
              )}
            </Stack>
            <ActionIcon
              variant="subtle"
              size={44}
              aria-label={t.remove(parcel.po_number)}
              onClick={() => onChange((before) => before.filter((one) => !isSameParcel(one, parcel)))}
            >
              <IconX size={18} />
            </ActionIcon>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}

/** One after the other: those that are done leave the list, the others stay with the reason. */
function useMarkShipped(onChange: CourierListProps['onChange']) {
  const t = useStrings(deskStrings);
  const client = useQueryClient();
  return useCommand(
    async (parcels: TakenParcel[], idempotency_key) => {
      let refused = 0;
      for (const parcel of parcels) {
        const { order_id, shipment } = parcel;
        const problem = await api
          .setShippingStatus(
            { id: order_id, shipment, status: 'ON PROCESS' },
            { idempotency_key: `${idempotency_key} ${order_id} ${shipment}` },
          )
          .then(
            () => undefined,
            (error: unknown) => explain(error).message,
          );
        if (problem !== undefined) refused += 1;
        onChange((before) =>
          problem === undefined
            ? before.filter((one) => !isSameParcel(one, parcel))
            : before.map((one) => (isSameParcel(one, parcel) ? { ...one, problem } : one)),
        );
      }
      return { shipped: parcels.length - refused, refused };
    },
    {
      onDone: ({ shipped, refused }) => {
        if (shipped > 0) tell(t.shipped(formatNumber(shipped)));
        if (refused > 0) tell(t.some_refused(formatNumber(refused)));
        for (const queryKey of [['orders'], ['parcels'], ['home']])
          void client.invalidateQueries({ queryKey });
      },
    },
  );
}
