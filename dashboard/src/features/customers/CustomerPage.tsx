import { ActionIcon, Button, Grid, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconArrowLeft, IconBrandWhatsapp, IconEdit } from '@tabler/icons-react';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Detail } from '../../ui/Detail.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { formatDay, formatNumber } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { Money } from '../../ui/Money.tsx';
import { words } from '../../ui/words.ts';
import { api } from '../session/api.ts';
import { useMay } from '../session/session.ts';
import { CustomerDialog } from './CustomerDialog.tsx';
import { useCustomer, type CustomerRow } from './customer-queries.ts';
import { CustomerOrders } from './CustomerOrders.tsx';
import { SamePhone } from './SamePhone.tsx';
import { strings } from './strings.ts';

const route = getRouteApi('/shell/customers/$id');

export default function CustomerPage() {
  const t = useStrings(strings);
  const query = useCustomer(Number(route.useParams().id));
  return (
    <Detail query={query} missing={t.not_found} list={{ to: '/customers', title: t.title }}>
      {(customer) => <Customer customer={customer} />}
    </Detail>
  );
}

function Customer({ customer }: { customer: CustomerRow }) {
  const w = useStrings(words);
  const may = useMay();
  const [is_editing, setEditing] = useState(false);
  return (
    <Stack maw={1080}>
      <Group justify="space-between" wrap="nowrap">
        <Group gap="xs" wrap="nowrap" miw={0}>
          <ActionIcon component={Link} to="/customers" variant="subtle" size="lg" aria-label={w.back}>
            <IconArrowLeft size={20} />
          </ActionIcon>
          <Title order={1} size="h3" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
            {customer.name}
          </Title>
        </Group>
        {may('customers.write') && (
          <Button variant="default" leftSection={<IconEdit size={16} />} onClick={() => setEditing(true)}>
            {w.edit}
          </Button>
        )}
      </Group>
      <Grid>
        <Grid.Col span={{ base: 12, md: 4 }} order={{ base: 1, md: 2 }}>
          <Stack>
            <Facts customer={customer} />
            {may('orders.read') && <Balance customer={customer} />}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 8 }} order={{ base: 2, md: 1 }}>
          <Stack>
            <SamePhone customer={customer} />
            <CustomerOrders customer_id={customer.id} />
          </Stack>
        </Grid.Col>
      </Grid>
      {is_editing && (
        <CustomerDialog customer={customer} onClose={() => setEditing(false)} onStored={() => undefined} />
      )}
    </Stack>
  );
}

function Facts({ customer }: { customer: CustomerRow }) {
  const t = useStrings(strings);
  const facts = [
    [t.category, customer.category],
    [t.address, customer.address],
    [t.email, customer.email],
    [t.line, customer.line],
    [t.other, customer.other],
    [t.last_order, customer.last_order_at === null ? null : formatDay(customer.last_order_at)],
    [t.created, formatDay(customer.created_at)],
  ].filter(([, value]) => value !== null && value !== '');
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Title order={2} size="h5">
          {t.data}
        </Title>
        <Group gap="xs">
          <Text>{customer.phone}</Text>
          <Button
            component="a"
            href={`https://wa.me/${customer.phone.replaceAll(/\D/g, '')}`}
            target="_blank"
            rel="noreferrer"
            size="xs"
            variant="light"
            leftSection={<IconBrandWhatsapp size={16} />}
          >
            {t.whatsapp}
          </Button>
        </Group>
        {facts.map(([label, value]) => (
          <div key={label}>
            <Text size="xs" c="dimmed">
              {label}
            </Text>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {value}
            </Text>
          </div>
        ))}
      </Stack>
    </Paper>
  );
}

function Balance({ customer }: { customer: CustomerRow }) {
  const t = useStrings(strings);
  const owed = useQuery({
    queryKey: ['customers', 'owed', customer.id],
    queryFn: async ({ signal }) =>
      (await api.listCustomerReceivables({ customer_id: customer.id, per_page: 1 }, { signal })).total,
  });
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Group justify="space-between">
          <Text size="sm">{t.owes}</Text>
          {owed.data !== undefined && (
            <Text size="sm">
              <Money idr={owed.data.amount} fw={600} /> ({t.owes_count(formatNumber(owed.data.orders))})
            </Text>
          )}
        </Group>
        <ErrorNotice error={owed.error} onRetry={() => void owed.refetch()} />
        <Group justify="space-between">
          <Text size="sm">{t.balance}</Text>
          <Money idr={customer.balance_idr} fw={600} />
        </Group>
        <Text size="xs" c="dimmed">
          {t.balance_hint}
        </Text>
      </Stack>
    </Paper>
  );
}
