import { ActionIcon, Button, Group, Menu, Text, Title, Tooltip } from '@mantine/core';
import {
  IconArrowLeft,
  IconBrandWhatsapp,
  IconChevronLeft,
  IconChevronRight,
  IconDots,
} from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useShortcuts } from '../../ui/keys.ts';
import { useStrings } from '../../ui/language.ts';
import { neighboursOf } from './neighbours.ts';
import type { NextAction } from './next-action.ts';
import type { OrderAct } from './order-acts.ts';
import { StateBadge } from '../order-record/StateBadge.tsx';
import classes from './order-detail.module.css';
import type { Order } from '../order-record/order-record.ts';
import { strings } from './strings.ts';

interface OrderHeadProps {
  order: Order;
  next: NextAction | undefined;
  is_running: boolean;
  acts: readonly OrderAct[];
  onAct: (action: NextAction) => void;
  onMessage: (() => void) | undefined;
  /** Where it is edited, by who may. */
  edit_at: string | undefined;
}

/** Number, the three states, and what to do next: always in sight. */
export function OrderHead(props: OrderHeadProps) {
  const t = useStrings(strings);
  const { order } = props;
  return (
    <div className={classes['head']}>
      <Group gap="xs" wrap="nowrap" justify="space-between">
        <Group gap={4} wrap="nowrap" miw={0}>
          <ActionIcon component={Link} to="/orders" variant="subtle" size="lg" aria-label={t.orders}>
            <IconArrowLeft size={20} />
          </ActionIcon>
          <Title order={1} size="h3" style={{ whiteSpace: 'nowrap' }}>
            {t.order(order.po_number)}
          </Title>
          <Neighbours order_id={order.order_id} />
        </Group>
        <Group gap="xs" wrap="nowrap" visibleFrom="sm">
          {props.edit_at !== undefined && (
            <Button component={Link} to={props.edit_at} variant="default" size="sm">
              {t.edit_short}
            </Button>
          )}
          <Actions {...props} />
        </Group>
      </Group>
      <Group gap={6} mt={4}>
        <State title={t.order_state} state={order.order_status} />
        <State title={t.payment_state} state={order.payment_status} />
        <State title={t.shipping_state} state={order.shipping_status} />
        {order.is_cod && (
          <Text size="xs" fw={700}>
            COD
          </Text>
        )}
      </Group>
    </div>
  );
}

function State({ title, state }: { title: string; state: string }) {
  return (
    <Tooltip label={title}>
      <span>
        <span className={classes['hidden']}>{title}: </span>
        <StateBadge state={state} />
      </span>
    </Tooltip>
  );
}

/** The same where a thumb reaches it. */
export function ThumbBar(props: OrderHeadProps) {
  return (
    <div className={classes['thumb']}>
      <Actions {...props} is_wide />
    </div>
  );
}

function Actions({
  next,
  is_running,
  acts,
  onAct,
  onMessage,
  is_wide = false,
}: OrderHeadProps & { is_wide?: boolean }) {
  const t = useStrings(strings);
  const size = is_wide ? 'md' : 'sm';
  const icon = is_wide ? 42 : 36;
  return (
    <>
      {onMessage !== undefined && (
        <ActionIcon variant="default" size={icon} aria-label={t.whatsapp} onClick={onMessage}>
          <IconBrandWhatsapp size={20} />
        </ActionIcon>
      )}
      {acts.length > 0 && (
        <Menu position="bottom-end" width={260} shadow="md">
          <Menu.Target>
            <ActionIcon variant="default" size={icon} aria-label={t.actions}>
              <IconDots size={20} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {acts.map(({ label, run, is_dangerous = false }) => (
              <Menu.Item key={label} mih={40} onClick={run} {...(is_dangerous && { color: 'red' })}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {next !== undefined && (
        <Button
          size={size}
          loading={is_running}
          onClick={() => onAct(next)}
          {...(is_wide && { style: { flex: 1 } })}
        >
          {t[next.name]}
        </Button>
      )}
    </>
  );
}

/** On to the next order of the list that was looked at. */
function Neighbours({ order_id }: { order_id: number }) {
  const t = useStrings(strings);
  const navigate = useNavigate();
  const { previous, next } = neighboursOf(order_id);
  const go = (id: number | undefined) => {
    if (id !== undefined) void navigate({ to: `/orders/${id}` });
  };
  useShortcuts([
    { keys: 'k', title: t.previous, run: () => go(previous) },
    { keys: 'j', title: t.next, run: () => go(next) },
  ]);
  if (previous === undefined && next === undefined) return null;
  return (
    <Group gap={0} wrap="nowrap">
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t.previous}
        disabled={previous === undefined}
        onClick={() => go(previous)}
      >
        <IconChevronLeft size={18} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t.next}
        disabled={next === undefined}
        onClick={() => go(next)}
      >
        <IconChevronRight size={18} />
      </ActionIcon>
    </Group>
  );
}
