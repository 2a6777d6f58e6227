import { Button, SimpleGrid, Text } from '@mantine/core';
import { IconBarcode, IconCash, IconPackage, IconTruckLoading } from '@tabler/icons-react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { formatDay } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { filterText } from '../../ui/list/filters.ts';
import { ListPage } from '../../ui/list/ListPage.tsx';
import { useSelection } from '../../ui/list/selection.ts';
import { useDocuments } from '../documents/use-documents.tsx';
import { useMay } from '../session/session.ts';
import { useBulkRun } from './BulkRun.tsx';
import { ParcelActs } from './ParcelActs.tsx';
import { parcelCard, useParcelColumns } from './parcel-columns.tsx';
import { useShippingFilters } from './shipping-filters.ts';
import { stepOf } from './shipping-state.ts';
import { useStepOrders } from './step-orders.ts';
import { StepTabs } from './StepTabs.tsx';
import { strings } from './strings.ts';

const route = getRouteApi('/shell/shipping');

/** What is to be sent today, step by step. */
export default function ShippingPage() {
  const t = useStrings(strings);
  const navigate = useNavigate();
  const state = route.useSearch();
  const step = stepOf(state.step);
  const filters = useShippingFilters();
  const columns = useParcelColumns();
  const list = useStepOrders(state);
  const selection = useSelection(`shipping ${JSON.stringify(state)}`);
  const change = (changes: Record<string, string | undefined>, replace = false) =>
    void navigate({ to: '/shipping', search: { ...state, ...changes }, replace });
  const chips = filters
    .filter(({ name }) => state[name] !== undefined)
    .map((filter) => ({ name: filter.name, text: filterText(filter, state[filter.name] ?? '', formatDay) }));
  const may = useMay();
  // Beside the bar, which goes once nothing is selected any more.
  const documents = useDocuments();
  const run = useBulkRun(selection.clear);
  const acts = { state, step, rows: list.rows, selection, documents, run };
  return (
    <>
      <ListPage
        name="shipping"
        title={t.title}
        tabs={
          <>
            {may('orders.ship') && <DeskLinks />}
            <StepTabs
              shown={step}
              onChange={(chosen) =>
                chosen === 'RETURNS' ? void navigate({ to: '/shipping/returns' }) : change({ step: chosen })
              }
            />
          </>
        }
        tools={{
          keyword: state.keyword ?? '',
          onKeyword: (keyword) => change({ keyword }, true),
          search_label: t.search,
          filters,
          values: state,
          onChange: change,
          chips,
          onClear: () => void navigate({ to: '/shipping', search: { step } }),
        }}
        columns={columns}
        card={parcelCard}
        idOf={({ order_id }) => order_id}
        titleOf={({ po_number }) => t.order(po_number)}
        linkOf={({ order_id }) => `/orders/${order_id}`}
        list={list}
        {...(may('orders.ship') && { selection, bulk: <ParcelActs {...acts} /> })}
        empty={<Text c="dimmed">{t.empty}</Text>}
      />
      {documents.dialog}
      {run.dialog}
    </>
  );
}

/** Where goods are handled with a scanner in the hand. */
function DeskLinks() {
  const t = useStrings(strings);
  const may = useMay();
  const links = [
    { to: '/shipping/pack', text: t.pack, icon: IconPackage },
    { to: '/shipping/handover', text: t.hand_over, icon: IconTruckLoading },
    { to: '/shipping/awb', text: t.enter_awb, icon: IconBarcode },
    ...(may('cod.read') ? [{ to: '/shipping/cod', text: t.cod, icon: IconCash }] : []),
  ] as const;
  return (
    <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="xs" maw={720}>
      {links.map(({ to, text, icon: Icon }) => (
        <Button
          key={to}
          component={Link}
          to={to}
          variant="default"
          size="sm"
          h={44}
          px="sm"
          leftSection={<Icon size={18} />}
        >
          {text}
        </Button>
      ))}
    </SimpleGrid>
  );
}
