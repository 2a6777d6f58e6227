import { Button } from '@mantine/core';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useStrings } from '../../ui/language.ts';
import { ChangeList } from '../order-record/ChangeList.tsx';
import { useHistory, type Order } from '../order-record/order-record.ts';
import { Part } from './Part.tsx';
import { strings } from './strings.ts';

/** Who changed what, and when. */
export function HistoryPart({ order }: { order: Order }) {
  const t = useStrings(strings);
  const history = useHistory(order.order_id);
  const changes = history.data?.pages.flatMap(({ data }) => data) ?? [];
  return (
    <Part title={t.history}>
      <ErrorNotice error={history.error} onRetry={() => void history.refetch()} />
      <ChangeList changes={changes} order={order} />
      {history.hasNextPage && (
        <Button
          variant="default"
          size="sm"
          loading={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t.older}
        </Button>
      )}
    </Part>
  );
}
