import { Anchor, Button, Group, Modal, Paper, ScrollArea, Table, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useCommand } from '../../ui/command.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { formatDay } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { Money } from '../../ui/Money.tsx';
import { tell } from '../../ui/notice.tsx';
import { words } from '../../ui/words.ts';
import { api } from '../session/api.ts';
import { useMay } from '../session/session.ts';
import type { CustomerRow } from './customer-queries.ts';
import { strings } from './strings.ts';

const BESIDE = 4;

/** Others of the same phone number, in whatever way it was written: the server keeps one. */
function useSamePhone({ id, phone }: CustomerRow) {
  const digits = phone.replaceAll(/\D/g, '');
  return useQuery({
    queryKey: ['customers', 'same-phone', digits],
    queryFn: async ({ signal }) =>
      (await api.listCustomers({ keyword: digits, type: 'PHONE', per_page: 20 }, { signal })).data,
    enabled: digits !== '',
    select: (found) => found.filter((one) => one.id !== id && one.phone === phone).slice(0, BESIDE),
  });
}

/** A customer beside others who may be the same person; one too many can be deleted, and its orders stay. */
export function SamePhone({ customer }: { customer: CustomerRow }) {
  const t = useStrings(strings);
  const query = useSamePhone(customer);
  const [doomed, setDoomed] = useState<CustomerRow>();
  const others = query.data ?? [];
  if (others.length === 0) return <ErrorNotice error={query.error} />;
  const all = [customer, ...others];
  const facts: [string, (one: CustomerRow) => string][] = [
    [t.category, ({ category }) => category],
    [t.address, ({ address }) => address],
    [t.email, ({ email }) => email ?? ''],
    [t.last_order, ({ last_order_at }) => (last_order_at === null ? '' : formatDay(last_order_at))],
    [t.created, ({ created_at }) => formatDay(created_at)],
  ];
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="same-phone">
      <Title order={2} size="h5" id="same-phone">
        {t.same_phone_title}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t.same_phone_hint}
      </Text>
      <ScrollArea type="auto" tabIndex={0} role="group" aria-label={t.same_phone_title}>
        <Table
          layout="fixed"
          miw={140 + all.length * 180}
          verticalSpacing="xs"
          style={{ overflowWrap: 'anywhere' }}
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={120}>{t.name}</Table.Th>
              {all.map((one) => (
                <Table.Th key={one.id} scope="col">
                  <NameOf customer={one} is_here={one === customer} />
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {facts.map(([title, of]) => (
              <Fact key={title} title={title} values={all.map((one) => ({ id: one.id, value: of(one) }))} />
            ))}
            <Table.Tr>
              <Table.Th scope="row">{t.balance}</Table.Th>
              {all.map((one) => (
                <Table.Td key={one.id}>
                  <Money idr={one.balance_idr} size="sm" />
                </Table.Td>
              ))}
            </Table.Tr>
            <Acts all={all} onDelete={setDoomed} />
          </Table.Tbody>
        </Table>
      </ScrollArea>
      {doomed !== undefined && <DeleteDialog customer={doomed} onClose={() => setDoomed(undefined)} />}
    </Paper>
  );
}

function NameOf({ customer: { id, name }, is_here }: { customer: CustomerRow; is_here: boolean }) {
  const t = useStrings(strings);
  return is_here ? (
    <>
      <Text size="sm" fw={700} lineClamp={2}>
        {name}
      </Text>
      <Text size="xs" c="dimmed">
        {t.this_one}
      </Text>
    </>
  ) : (
    <Anchor component={Link} to={`/customers/${id}`} size="sm" fw={700} lineClamp={2}>
      {name}
    </Anchor>
  );
}

/** What differs stands out. */
function Fact({ title, values }: { title: string; values: { id: number; value: string }[] }) {
  const first = values[0]?.value;
  return (
    <Table.Tr>
      <Table.Th scope="row">{title}</Table.Th>
      {values.map(({ id, value }) => (
        <Table.Td key={id}>
          <Text size="sm" lineClamp={4} {...(value !== first && { fw: 600 })}>
            {value === '' ? '–' : value}
          </Text>
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

/** Money of a customer is not left behind: one who has a balance stays. */
function Acts({ all, onDelete }: { all: CustomerRow[]; onDelete: (customer: CustomerRow) => void }) {
  const t = useStrings(strings);
  const w = useStrings(words);
  const may = useMay();
  if (!may('customers.write')) return null;
  return (
    <Table.Tr>
      <Table.Td />
      {all.map((one) => (
        <Table.Td key={one.id}>
          {one.balance_idr === 0 ? (
            <Button
              variant="light"
              color="red"
              size="sm"
              aria-label={`${w.remove}: ${one.name.slice(0, 100)}, ${one.address.slice(0, 100)}`}
              onClick={() => onDelete(one)}
            >
              {w.remove}
            </Button>
          ) : (
            <Text size="xs" c="dimmed">
              {t.has_balance}
            </Text>
          )}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

function DeleteDialog({ customer, onClose }: { customer: CustomerRow; onClose: () => void }) {
  const t = useStrings(strings);
  const w = useStrings(words);
  const client = useQueryClient();
  const command = useCommand(
    (id: number, idempotency_key) => api.changeCustomerActivation({ id, status: '5' }, { idempotency_key }),
    {
      onDone: () => {
        tell(t.deleted);
        void client.invalidateQueries({ queryKey: ['customers'] });
        onClose();
      },
      onError: () => undefined,
    },
  );
  return (
    <Modal opened onClose={onClose} title={t.delete_title}>
      <Text fw={600} lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
        {customer.name}
      </Text>
      <Text size="sm" lineClamp={3} style={{ overflowWrap: 'anywhere' }}>
        {customer.address}
      </Text>
      <Text size="sm" mt="xs">
        {t.delete_warning}
      </Text>
      <ErrorNotice error={command.error} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose} data-autofocus>
          {w.cancel}
        </Button>
        <Button color="red" loading={command.isPending} onClick={() => command.mutate(customer.id)}>
          {w.remove}
        </Button>
      </Group>
    </Modal>
  );
}
