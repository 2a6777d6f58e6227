import { Badge } from '@mantine/core';
import {
  IconCheck,
  IconCircleDashed,
  IconClock,
  IconProgress,
  IconTruckDelivery,
  IconX,
  type Icon,
} from '@tabler/icons-react';

/** What a state means for who works: colour and icon say the same as the word. */
export type Tone = 'waiting' | 'partly' | 'moving' | 'done' | 'lost' | 'quiet';

const LOOKS: Record<Tone, { color: string; icon: Icon }> = {
  waiting: { color: 'orange', icon: IconClock },
  partly: { color: 'yellow', icon: IconProgress },
  moving: { color: 'blue', icon: IconTruckDelivery },
  done: { color: 'teal', icon: IconCheck },
  lost: { color: 'red', icon: IconX },
  quiet: { color: 'gray', icon: IconCircleDashed },
};

/** A state by word, icon and colour: never by colour alone. */
export function StatusBadge({ tone, children }: { tone: Tone; children: string }) {
  const { color, icon: Icon } = LOOKS[tone];
  return (
    <Badge
      color={color}
      variant="light"
      leftSection={<Icon size={12} aria-hidden />}
      tt="none"
      miw="max-content"
      // Dark enough on its own light ground to be read (4.5 to 1).
      c={`light-dark(color-mix(in srgb, var(--mantine-color-${color}-9), black 45%), var(--mantine-color-${color}-2))`}
    >
      {children}
    </Badge>
  );
}
