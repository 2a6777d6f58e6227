import { Stack, Title } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useStrings } from '../../../ui/language.ts';
import { RunView } from '../../bulk-run/RunView.tsx';
import { strings } from './strings.ts';

const route = getRouteApi('/shell/orders/bulk/$id');

/** An action on many orders, at an address of its own. */
export default function BulkRunPage() {
  const t = useStrings(strings);
  const navigate = useNavigate();
  const { id } = route.useParams();
  return (
    <Stack maw={720}>
      <Title order={1} size="h3">
        {t.runs}
      </Title>
      <RunView id={Number(id)} onRun={(run) => void navigate({ to: `/orders/bulk/${run}` })} />
    </Stack>
  );
}
