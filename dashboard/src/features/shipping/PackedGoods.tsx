import { Avatar, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconCheck, IconPackage } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { formatNumber } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { api } from '../session/api.ts';
import { useMay } from '../session/session.ts';
import { deskStrings } from './desk-strings.ts';
import type { ParcelToPack } from './parcel-code.ts';

type Line = ParcelToPack['lines'][number];

/** What belongs into the parcel; what is packed already stands below. */
export function PackedGoods({ parcel, onAdd }: { parcel: ParcelToPack; onAdd: (sku: string) => void }) {
  const t = useStrings(deskStrings);
  const is_done = ({ packed, qty }: Line) => packed === qty;
  const lines = [...parcel.lines.filter((line) => !is_done(line)), ...parcel.lines.filter(is_done)];
  return (
    <Stack gap="xs" component="ul" p={0} m={0} aria-label={t.goods} style={{ listStyle: 'none' }}>
      {lines.map((line) => (
        <PackedLine key={`${line.variation_id} ${line.warehouse_id}`} line={line} onAdd={onAdd} />
      ))}
    </Stack>
  );
}

function PackedLine({ line, onAdd }: { line: Line; onAdd: (sku: string) => void }) {
  const t = useStrings(deskStrings);
  const { variation_id, sku, name, color, size, shelf, qty, packed } = line;
  const picture = usePicture(variation_id, sku);
  const full_name = [name, color, size].filter(Boolean).join(' ');
  const is_done = packed === qty;
  return (
    <Paper component="li" withBorder p="xs" {...(is_done && { bg: 'var(--mantine-color-teal-light)' })}>
      <Group wrap="nowrap" gap="sm">
        <Avatar src={picture} radius="sm" size={56} alt="">
          <IconPackage size={28} />
        </Avatar>
        <Stack gap={0} flex={1} miw={0}>
          <Text fw={600} lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
            {full_name}
          </Text>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {[sku, shelf !== null && t.shelf(shelf)].filter(Boolean).join(' · ')}
          </Text>
          {packed > qty && (
            <Text size="sm" c="red" role="alert">
              {t.not_in_order}
            </Text>
          )}
        </Stack>
        <Text size="xl" fw={700} style={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
          {formatNumber(packed)} / {formatNumber(qty)}
        </Text>
        {is_done ? (
          <IconCheck size={28} aria-hidden />
        ) : (
          packed < qty && (
            <Button h={44} px="sm" aria-label={t.add_one_of(full_name)} onClick={() => onAdd(sku)}>
              {t.add_one}
            </Button>
          )
        )}
      </Group>
    </Paper>
  );
}

const HARDLY_CHANGES_MS = 10 * 60_000;

/** How the goods look; of who may not see the catalogue, nothing. */
function usePicture(variation_id: number, sku: string): string | null {
  const may = useMay();
  const { data } = useQuery({
    queryKey: ['products', 'picture', variation_id],
    queryFn: async ({ signal }) => {
      const { data: found } = await api.searchProducts({ keyword: sku, per_page: 5 }, { signal });
      return (
        found.find(({ variations }) => variations.some(({ id }) => id === variation_id))?.thumbnail ?? null
      );
    },
    enabled: sku !== '' && may('catalog.read'),
    staleTime: HARDLY_CHANGES_MS,
  });
  return data ?? null;
}
