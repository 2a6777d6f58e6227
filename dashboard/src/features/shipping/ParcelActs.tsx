import { Button, Select } from '@mantine/core';
import { IconTruckDelivery } from '@tabler/icons-react';
import { useState } from 'react';
import { formatNumber } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import type { SelectionHandle } from '../../ui/list/selection.ts';
import { tell, tellError } from '../../ui/notice.tsx';
import { DocumentsMenu } from '../documents/DocumentsMenu.tsx';
import type { useDocuments } from '../documents/use-documents.tsx';
import type { useBulkRun } from './BulkRun.tsx';
import { courierOf, type ShippedOrder } from './parcel-columns.tsx';
import type { Step } from './shipping-state.ts';
import { allOrdersOf, type ShippingState } from './step-orders.ts';
import { strings } from './strings.ts';

interface ParcelActsProps {
  state: ShippingState;
  step: Step;
  rows: readonly ShippedOrder[];
  selection: SelectionHandle;
  documents: ReturnType<typeof useDocuments>;
  run: ReturnType<typeof useBulkRun>;
}

type Sorting = 'list' | 'courier' | 'sku';
const MOST = 10_000;

/** What comes next for the orders that are selected. */
export function ParcelActs({ state, step, rows, selection, documents, run }: ParcelActsProps) {
  const t = useStrings(strings);
  const [sorting, setSorting] = useState<Sorting>('list');
  /** Those that are selected, in the order of the list. */
  const selected = async () => {
    const orders = selection.is_all
      ? await allOrdersOf(state, MOST)
      : rows.filter(({ order_id }) => selection.ids.has(order_id));
    if (orders.length > MOST) tell(t.too_many(formatNumber(MOST)));
    return orders.length > MOST ? [] : orders;
  };
  const withSelected = (act: (order_ids: number[]) => void) =>
    void selected().then(
      (orders) => orders.length > 0 && act(sorted(orders, sorting).map(({ order_id }) => order_id)),
      tellError,
    );
  return (
    <>
      <Select
        aria-label={t.sorted_by}
        size="sm"
        w={150}
        allowDeselect={false}
        data={[
          { value: 'list', label: t.by_list },
          { value: 'courier', label: t.by_courier },
          { value: 'sku', label: t.by_sku },
        ]}
        value={sorting}
        onChange={(chosen) => setSorting(chosen ?? 'list')}
      />
      <DocumentsMenu onPrint={(kind) => withSelected((order_ids) => documents.print(kind, order_ids))} />
      {step !== 'SHIPPED' && (
        <Button
          variant="default"
          loading={run.is_pending}
          leftSection={<IconTruckDelivery size={18} />}
          onClick={() =>
            withSelected((order_ids) => run.start({ action: 'REQUEST_PICKUP', service: 'PICKUP', order_ids }))
          }
        >
          {t.request_pickup}
        </Button>
      )}
      {step === 'TO_HAND_OVER' && (
        <Button
          loading={run.is_pending}
          onClick={() =>
            withSelected((order_ids) =>
              run.start({ action: 'SHIPPING_STATUS', status: 'ON PROCESS', order_ids }),
            )
          }
        >
          {t.mark_shipped}
        </Button>
      )}
    </>
  );
}

function sorted(orders: readonly ShippedOrder[], sorting: Sorting): readonly ShippedOrder[] {
  if (sorting === 'list') return orders;
  const keyOf =
    sorting === 'courier'
      ? courierOf
      : ({ products }: ShippedOrder) =>
          products
            .map(({ sku }) => sku)
            .toSorted()
            .join(' ');
  return orders.toSorted((one, other) => keyOf(one).localeCompare(keyOf(other)));
}
