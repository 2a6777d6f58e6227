import { Center, Loader, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { formatMoment } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { words } from '../../ui/words.ts';
import { api } from '../session/api.ts';
import { Checklist } from './Checklist.tsx';
import { SalesDays } from './SalesDays.tsx';
import { strings } from './strings.ts';
import { TodayFigures } from './TodayFigures.tsx';
import { WorkCard } from './WorkCard.tsx';

/** The work of now first, then how the shop does. */
export default function HomePage() {
  const t = useStrings(strings);
  const w = useStrings(words);
  const home = useQuery({
    queryKey: ['home'],
    queryFn: async ({ signal }) => (await api.getHome({}, { signal })).data,
    refetchInterval: 60_000,
  });
  const waiting = home.data?.work.filter(({ count }) => count > 0) ?? [];
  return (
    <Stack>
      <Title order={1} size="h3">
        {t.title}
      </Title>
      <ErrorNotice error={home.error} onRetry={() => void home.refetch()} />
      {home.isLoading && (
        <Center h={120}>
          <Loader role="status" aria-label={w.loading} />
        </Center>
      )}
      {home.data !== undefined && (
        <>
          {home.data.setup !== null && <Checklist steps={home.data.setup} />}
          <Stack gap="xs" component="section" aria-label={t.work}>
            <Title order={2} size="h4">
              {t.work}
            </Title>
            {waiting.length === 0 && <Text c="dimmed">{t.all_done}</Text>}
            <SimpleGrid cols={{ base: 2, sm: 3, lg: 4 }} spacing="xs">
              {waiting.map((work) => (
                <WorkCard key={work.kind} work={work} />
              ))}
            </SimpleGrid>
          </Stack>
          {home.data.today !== null && <TodayFigures today={home.data.today} />}
          {home.data.days !== null && <SalesDays days={home.data.days} />}
          <Text size="xs" c="dimmed">
            {t.counted(formatMoment(home.data.counted_at))}
          </Text>
        </>
      )}
    </Stack>
  );
}
