import { ActionIcon, Alert, Anchor, Button, Grid, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconArrowLeft } from '@tabler/icons-react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { NgorderError } from 'ngorder-sdk';
import { useRef, useState } from 'react';
import { useCommand } from '../../ui/command.ts';
import { Detail } from '../../ui/Detail.tsx';
import { fieldErrors } from '../../ui/explain.ts';
import { useShortcuts } from '../../ui/keys.ts';
import { useStrings } from '../../ui/language.ts';
import { tell } from '../../ui/notice.tsx';
import { readAnew, useOrder, type Order } from '../order-record/order-record.ts';
import { api } from '../session/api.ts';
import { useMay } from '../session/session.ts';
import { CostsPart } from './CostsPart.tsx';
import { CustomerPart } from './CustomerPart.tsx';
import type { Draft } from './draft.ts';
import { EditConflict } from './EditConflict.tsx';
import { useEditEntry, type EditEntry } from './edit-entry.ts';
import { useEditState } from './edit-state.ts';
import { EditBar, EditSummary } from './EditSummary.tsx';
import { EntryContext } from './entry.ts';
import { GoodsPart } from './GoodsPart.tsx';
import { OrderFacts } from './PaymentPart.tsx';
import { complaintsOf, useMissing } from './saving.ts';
import { ShippingPart } from './ShippingPart.tsx';
import { strings } from './strings.ts';

const route = getRouteApi('/shell/orders/$id/edit');

export default function EditOrderPage() {
  const t = useStrings(strings);
  const may = useMay();
  const query = useOrder(Number(route.useParams().id));
  if (!may('orders.write')) return <Alert color="orange">{t.need_permission}</Alert>;
  return (
    <Detail query={query} missing={t.edit_not_found} list={{ to: '/orders', title: t.edit_orders }}>
      {(order) =>
        order.order_status === 'ACCEPTED' ? (
          <OrderEdit key={order.order_id} order={order} />
        ) : (
          <Stack align="flex-start">
            <Text>{t.edit_closed}</Text>
            <Anchor component={Link} to={`/orders/${order.order_id}`}>
              {t.edit_back}
            </Anchor>
          </Stack>
        )
      }
    </Detail>
  );
}

const isConflict = (error: unknown) => error instanceof NgorderError && error.code === 'order_changed';

function OrderEdit({ order }: { order: Order }) {
  const t = useStrings(strings);
  const state = useEditState(order);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const today = order.order_date.slice(0, 10);
  const save = useSaving(order, state.discard, setErrors);
  const change = (changes: Partial<Draft>) => {
    // What was wrong is perhaps mended.
    setErrors({});
    save.reset();
    state.change(changes);
  };
  const entry = useEditEntry(state.draft, state.base, { change, errors, today });
  const missingIn = useMissing();
  const goods = useRef<HTMLInputElement>(null);
  const rest = useRef<HTMLDivElement>(null);
  const press = () => {
    const missing = missingIn(entry);
    setErrors(missing);
    if (
      Object.keys(missing).length === 0 &&
      entry.input !== undefined &&
      !save.isPending &&
      !state.is_conflict
    )
      save.mutate(entry.input);
  };
  useShortcuts([
    { keys: 'ctrl+enter', title: t.edit_save, run: press, in_fields: true },
    { keys: 'ctrl+b', title: t.keys_goods, run: () => goods.current?.focus(), in_fields: true },
  ]);
  const is_shown_beside = Object.keys(errors).length > 0;
  return (
    <EntryContext value={entry}>
      <Stack gap="sm">
        <Head order={order} onDiscard={state.is_changed ? state.discard : undefined} />
        {state.is_conflict && <EditConflict order={order} state={state} />}
        <Grid gap="sm">
          <Grid.Col span={{ base: 12, lg: 7 }}>
            <Stack gap="sm">
              <CustomerPart onDone={() => setTimeout(() => goods.current?.focus())} />
              <GoodsPart field={goods} onSkip={() => rest.current?.querySelector('input')?.focus()} />
              <CostsPart />
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 5 }} ref={rest}>
            <Stack gap="sm">
              <ShippingPart />
              <Paper withBorder p="sm">
                <OrderFacts />
              </Paper>
              <EditSummary entry={entry} is_changed={state.is_changed} />
            </Stack>
          </Grid.Col>
        </Grid>
        {state.is_changed && (
          <EditBar
            entry={entry}
            is_conflict={state.is_conflict}
            is_saving={save.isPending}
            complaints={complaintsOf(errors)}
            error={is_shown_beside || isConflict(save.error) ? null : save.error}
            onSave={press}
          />
        )}
      </Stack>
    </EntryContext>
  );
}

function Head({ order, onDiscard }: { order: Order; onDiscard: (() => void) | undefined }) {
  const t = useStrings(strings);
  // What was kept from before is said once; what is typed now needs no words.
  const [was_kept] = useState(onDiscard !== undefined);
  return (
    <Group justify="space-between" gap="xs">
      <Group gap={4} wrap="nowrap">
        <ActionIcon
          component={Link}
          to={`/orders/${order.order_id}`}
          variant="subtle"
          size="lg"
          aria-label={t.edit_back}
        >
          <IconArrowLeft size={20} />
        </ActionIcon>
        <Title order={1} size="h3">
          {t.edit_title(order.po_number)}
        </Title>
      </Group>
      {onDiscard !== undefined && (
        <Group gap="xs">
          {was_kept && (
            <Text size="sm" c="dimmed" role="status">
              {t.edit_kept}
            </Text>
          )}
          <Button variant="subtle" color="gray" onClick={onDiscard}>
            {t.edit_discard}
          </Button>
        </Group>
      )}
    </Group>
  );
}

/** What was typed goes only once the server has it. */
function useSaving(order: Order, onSaved: () => void, setErrors: (errors: Record<string, string>) => void) {
  const t = useStrings(strings);
  const client = useQueryClient();
  const navigate = useNavigate();
  return useCommand(
    (input: NonNullable<EditEntry['input']>, idempotency_key) => api.updateOrder(input, { idempotency_key }),
    {
      onDone: () => {
        onSaved();
        void readAnew();
        tell(t.edit_saved(order.po_number));
        void navigate({ to: `/orders/${order.order_id}` });
      },
      onError: (error) => {
        setErrors(fieldErrors(error));
        // The order as it is now shows what others did.
        if (isConflict(error)) void client.invalidateQueries({ queryKey: ['orders'] });
      },
    },
  );
}
