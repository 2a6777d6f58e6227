import {
  ActionIcon,
  Group,
  Loader,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  Title,
  UnstyledButton,
} from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { Output } from 'ngorder-sdk';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { Money } from '../../ui/Money.tsx';
import { words } from '../../ui/words.ts';
import { api } from '../session/api.ts';
import { CodParcels, FIGURES, type CodFigure } from './CodParcels.tsx';
import { codStrings } from './cod-strings.ts';

const route = getRouteApi('/shell/shipping/cod');

type Courier = Output<'listCodAgeing'>['data'][number];

/** What couriers have collected and not paid out, by its age; each number opens to its parcels. */
export default function CodPage() {
  const t = useStrings(codStrings);
  const w = useStrings(words);
  const { courier, figure } = route.useSearch();
  const query = useQuery({
    queryKey: ['orders', 'cod', 'ageing'],
    queryFn: async ({ signal }) => (await api.listCodAgeing({}, { signal })).data,
  });
  const couriers = (query.data ?? []).filter(({ figures }) => figures.some(({ parcels }) => parcels > 0));
  const chosen = FIGURES.find((one) => one === figure);
  return (
    <Stack maw={1100}>
      <Group gap="xs" wrap="nowrap">
        <ActionIcon component={Link} to="/shipping" variant="subtle" size="lg" aria-label={w.back}>
          <IconArrowLeft size={20} />
        </ActionIcon>
        <Title order={1} size="h3">
          {t.title}
        </Title>
      </Group>
      <Text size="sm">{t.about}</Text>
      {query.isLoading && <Loader size="sm" role="status" aria-label={w.loading} />}
      <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      {query.data !== undefined && couriers.length === 0 && <Text c="dimmed">{t.none}</Text>}
      {couriers.map((one) => (
        <CourierFigures key={one.courier} of={one} chosen={one.courier === courier ? chosen : undefined} />
      ))}
      {chosen !== undefined && <CodParcels courier={courier} figure={chosen} />}
    </Stack>
  );
}

function CourierFigures({ of, chosen }: { of: Courier; chosen: CodFigure | undefined }) {
  const t = useStrings(codStrings);
  const navigate = useNavigate();
  return (
    <Paper withBorder p="sm" component="section" aria-label={of.courier}>
      <Title order={2} size="h5" mb="xs" style={{ overflowWrap: 'anywhere' }}>
        {of.courier}
      </Title>
      <SimpleGrid cols={{ base: 2, sm: 4, lg: 7 }} spacing="xs">
        {of.figures.map(({ figure, parcels, amount }) => (
          <UnstyledButton
            key={figure}
            p={6}
            mih={44}
            disabled={parcels === 0}
            aria-pressed={figure === chosen}
            bg={figure === chosen ? 'var(--mantine-primary-color-light)' : 'transparent'}
            style={{ borderRadius: 'var(--mantine-radius-md)' }}
            onClick={() => void navigate({ to: '/shipping/cod', search: { courier: of.courier, figure } })}
          >
            <Text size="xs">{t[figure]}</Text>
            <Text fw={600}>
              <Money idr={amount} />
            </Text>
            <Text size="xs" c="dimmed">
              {t.parcels(formatNumber(parcels))}
            </Text>
          </UnstyledButton>
        ))}
      </SimpleGrid>
    </Paper>
  );
}
