import { ActionIcon, Anchor, Badge, Button, Group, Text, Tooltip } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { copyText } from '../../ui/copy.ts';
import { useStrings } from '../../ui/language.ts';
import { useMay } from '../session/session.ts';
import type { Order } from '../order-record/order-record.ts';
import { addressBlock } from './order-texts.ts';
import { Part } from './Part.tsx';
import { strings } from './strings.ts';

type Person = Order['receiver'];

/** Who ordered, and who receives it where that is somebody else. */
export function PeoplePart({ order }: { order: Order }) {
  const t = useStrings(strings);
  const { sender, receiver } = order;
  const is_dropship = sender.id !== receiver.id;
  return (
    <>
      <PersonPart title={t.customer} person={sender} />
      {is_dropship && <PersonPart title={`${t.receiver} (${t.dropship})`} person={receiver} />}
    </>
  );
}

function PersonPart({ title, person }: { title: string; person: Person }) {
  const t = useStrings(strings);
  const may = useMay();
  return (
    <Part
      title={title}
      action={
        person.category !== '' && (
          <Badge variant="light" tt="none" maw={140}>
            {person.category}
          </Badge>
        )
      }
    >
      <div style={{ overflowWrap: 'anywhere' }}>
        {may('customers.read') ? (
          <Anchor component={Link} to={`/customers/${person.id}`} fw={600} size="sm" lineClamp={3}>
            {person.name}
          </Anchor>
        ) : (
          <Text fw={600} size="sm" lineClamp={3}>
            {person.name}
          </Text>
        )}
        <Group gap={4} wrap="nowrap">
          <Anchor href={`tel:${person.phone}`} size="sm" c="var(--mantine-color-text)" underline="always">
            {person.phone}
          </Anchor>
          <Tooltip label={t.phone_copy}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${t.phone_copy}: ${person.phone}`}
              onClick={() => void copyText(person.phone, t.phone_copied)}
            >
              <IconCopy size={16} />
            </ActionIcon>
          </Tooltip>
        </Group>
        <Text size="sm" lineClamp={6} style={{ whiteSpace: 'pre-line' }}>
          {person.address}
        </Text>
        <Text size="sm" c="dimmed">
          {[person.region, person.postal_code].filter(Boolean).join(' ')}
        </Text>
      </div>
      <Button
        variant="default"
        size="sm"
        leftSection={<IconCopy size={16} />}
        onClick={() => void copyText(addressBlock(person), t.address_copied)}
      >
        {t.copy_address}
      </Button>
    </Part>
  );
}
