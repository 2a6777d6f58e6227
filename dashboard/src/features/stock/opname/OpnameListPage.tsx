import { Button, Group, Stack, Title } from '@mantine/core';
import { IconBarcode, IconFileUpload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { formatNumber } from '../../../ui/format.ts';
import { useStrings } from '../../../ui/language.ts';
import { usePagedRows } from '../../../ui/list/paged-rows.ts';
import { api } from '../../session/api.ts';
import { useMay } from '../../session/session.ts';
import { useGoodsDraft } from '../goods/use-goods-draft.ts';
import { PastMovements } from '../goods/PastMovements.tsx';
import { opnameStrings } from './opname-strings.ts';

const SINCE = '2000-01-01';

/** Opnames that were made, and where the next one begins. */
export default function OpnameListPage() {
  const t = useStrings(opnameStrings);
  const may_write = useMay()('stock.write');
  const { draft } = useGoodsDraft('opname');
  const list = usePagedRows(['stock', 'opnames'], (place, signal) =>
    api.listOpnames({ start_date: SINCE, per_page: 30, ...place }, { signal }),
  );
  return (
    <Stack maw={960}>
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t.title}
        </Title>
        {may_write && (
          <Group gap="xs">
            <Button
              component={Link}
              to="/stock/opname/import"
              variant="default"
              leftSection={<IconFileUpload size={16} />}
            >
              {t.import}
            </Button>
            <Button component={Link} to="/stock/opname/new" leftSection={<IconBarcode size={16} />}>
              {draft.lines.length === 0 ? t.start : t.go_on(formatNumber(draft.lines.length))}
            </Button>
          </Group>
        )}
      </Group>
      <PastMovements
        title={t.past}
        list={list}
        linkOf={({ id }) => `/stock/opname/${id}`}
        factsOf={({ warehouse, variation_total }) => [
          warehouse.name,
          t.lines_of(formatNumber(variation_total)),
        ]}
      />
    </Stack>
  );
}
