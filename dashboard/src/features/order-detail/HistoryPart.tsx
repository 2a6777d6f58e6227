import { Button, List, Text, Timeline } from '@mantine/core';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { formatMoment } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { useChangeTexts } from './change-texts.ts';
import { useHistory, type Change, type Order } from './order-queries.ts';
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

function ChangeList({ changes, order }: { changes: readonly Change[]; order: Order }) {
  const textsOf = useChangeTexts(order);
  return (
    <Timeline bulletSize={14} lineWidth={2}>
      {changes.map((change) => {
        const { title, details } = textsOf(change);
        return (
          <Timeline.Item
            key={change.version}
            title={
              <Text size="sm" fw={600}>
                {title}
              </Text>
            }
          >
            <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }} lineClamp={2}>
              {[formatMoment(change.created_at), change.user?.name ?? ''].filter(Boolean).join(' · ')}
            </Text>
            {details.length > 0 && (
              <List size="sm" spacing={2} mt={4} styles={{ itemWrapper: { display: 'inline' } }}>
                {details.map((text) => (
                  <List.Item key={text} style={{ overflowWrap: 'anywhere' }}>
                    <Text span size="sm" lineClamp={4}>
                      {text}
                    </Text>
                  </List.Item>
                ))}
              </List>
            )}
          </Timeline.Item>
        );
      })}
    </Timeline>
  );
}
