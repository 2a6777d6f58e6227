import { Badge, Button, Group, Modal, Progress, Stack, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { formatNumber } from '../../ui/format.ts';
import { useShortcuts } from '../../ui/keys.ts';
import { useStrings } from '../../ui/language.ts';
import { ScanField } from '../../ui/scan/ScanField.tsx';
import { deskStrings } from './desk-strings.ts';
import { PackedGoods } from './PackedGoods.tsx';
import { usePacking, type Packing } from './packing.ts';

/** The whole screen for one parcel after the other: a hand on the scanner, the eyes on the goods. */
export default function PackPage() {
  const t = useStrings(deskStrings);
  const navigate = useNavigate();
  const packing = usePacking();
  const { parcel, done, onScan, leave } = packing;
  useShortcuts([{ keys: 'escape', title: t.other_parcel, run: leave, in_fields: true }]);
  const label = parcel === undefined ? t.scan_parcel : parcel.is_complete ? t.next_parcel : t.scan_goods;
  return (
    <Modal
      opened
      fullScreen
      title={t.pack_title}
      closeOnEscape={parcel === undefined}
      onClose={() => void navigate({ to: '/shipping' })}
      transitionProps={{ duration: 0 }}
    >
      <Stack maw={760} mx="auto">
        <ScanField
          label={label}
          onScan={onScan}
          {...(parcel !== undefined && !parcel.is_complete && { description: t.pack_hint })}
        >
          {(scan) =>
            parcel !== undefined && (
              <>
                <ParcelHead packing={packing} parcel={parcel} />
                <PackedGoods parcel={parcel} onAdd={scan} />
              </>
            )
          }
        </ScanField>
        {done > 0 && (
          <Text size="sm" c="dimmed">
            {t.packed_today(formatNumber(done))}
          </Text>
        )}
      </Stack>
    </Modal>
  );
}

function ParcelHead({ packing, parcel }: { packing: Packing; parcel: NonNullable<Packing['parcel']> }) {
  const t = useStrings(deskStrings);
  const { leave, startOver, is_starting_over } = packing;
  const text = t.packed_of(formatNumber(parcel.packed), formatNumber(parcel.qty));
  return (
    <Stack gap={6}>
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h4" lineClamp={2} style={{ overflowWrap: 'anywhere' }} flex={1} miw={0}>
          #{parcel.po_number} {parcel.receiver}
        </Title>
        {parcel.is_complete && (
          <Badge color="teal" size="lg" variant="filled" autoContrast tt="none">
            {t.complete_badge}
          </Badge>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {[
          parcel.courier,
          parcel.awb_number,
          parcel.shipment_count > 1 && t.part(parcel.shipment, parcel.shipment_count),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {parcel.note !== '' && (
        <Text size="sm" lineClamp={3} style={{ overflowWrap: 'anywhere' }}>
          {t.note(parcel.note)}
        </Text>
      )}
      <Progress value={(100 * parcel.packed) / Math.max(1, parcel.qty)} size="lg" aria-label={text} />
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{text}</Text>
        <Group gap="xs">
          {parcel.packed > 0 && (
            <Button variant="default" h={44} loading={is_starting_over} onClick={startOver}>
              {t.start_over}
            </Button>
          )}
          {!parcel.is_complete && (
            <Button variant="default" h={44} onClick={leave}>
              {t.other_parcel}
            </Button>
          )}
        </Group>
      </Group>
    </Stack>
  );
}
