import { Text, Timeline } from '@mantine/core';
import { formatMoment } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { useStateWord } from '../order-record/StateBadge.tsx';
import type { Parcel } from './order-queries.ts';
import { strings } from './strings.ts';

/** What couriers and staff said of a parcel, newest first. */
export function Tracking({ parcel }: { parcel: Parcel }) {
  const t = useStrings(strings);
  const wordOf = useStateWord();
  if (parcel.history.length === 0)
    return parcel.awb_number === null ? null : (
      <Text size="xs" c="dimmed">
        {t.no_tracking}
      </Text>
    );
  const events = parcel.history.toReversed();
  return (
    <details>
      <summary style={{ cursor: 'pointer', minHeight: 32 }}>{t.tracking(events.length)}</summary>
      <Timeline bulletSize={12} lineWidth={2} mt="xs">
        {events.map((event, index) => (
          <Timeline.Item
            // eslint-disable-next-line react/no-array-index-key -- two events may be alike
            key={index}
            title={
              <Text size="sm" fw={600}>
                {event.status === null ? event.code : wordOf(event.status)}
              </Text>
            }
          >
            <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }} lineClamp={6}>
              {[
                formatMoment(event.happened_at),
                event.by === 'STAFF' ? t.by_staff : '',
                event.description,
                event.location,
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </details>
  );
}
