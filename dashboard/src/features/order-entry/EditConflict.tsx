import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useStrings } from '../../ui/language.ts';
import { ChangeList } from '../order-record/ChangeList.tsx';
import { useHistory, type Order } from '../order-record/order-record.ts';
import type { useEditState } from './edit-state.ts';
import { strings } from './strings.ts';

interface EditConflictProps {
  order: Order;
  state: ReturnType<typeof useEditState>;
}

/** Somebody else was quicker: says who and what, keeps what was typed, and lets the person choose. */
export function EditConflict({ order, state }: EditConflictProps) {
  const t = useStrings(strings);
  const history = useHistory(order.order_id);
  const changes = (history.data?.pages.flatMap(({ data }) => data) ?? []).filter(
    ({ version }) => version > state.base.version,
  );
  return (
    <Alert
      color="orange"
      icon={<IconAlertTriangle />}
      title={
        <Text fw={700} c="var(--mantine-color-text)">
          {t.conflict_title}
        </Text>
      }
      role="alert"
    >
      <Text size="sm" mb="xs">
        {t.conflict_text}
      </Text>
      <ChangeList changes={changes} order={order} />
      <Group gap="xs" mt="sm">
        <Button variant="default" onClick={state.discard}>
          {t.conflict_discard}
        </Button>
        <Button onClick={state.rebase}>{t.conflict_go_on}</Button>
      </Group>
    </Alert>
  );
}
