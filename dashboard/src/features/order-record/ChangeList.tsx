import { List, Text, Timeline } from '@mantine/core';
import { formatMoment } from '../../ui/format.ts';
import { useChangeTexts } from './change-texts.ts';
import type { Change, Order } from './order-record.ts';

/** What was done with an order, in words. */
export function ChangeList({ changes, order }: { changes: readonly Change[]; order: Order }) {
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
