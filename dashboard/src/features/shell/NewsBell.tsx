import { ActionIcon, Indicator } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useStrings } from '../../ui/language.ts';
import { api } from '../session/api.ts';
import { strings } from './strings.ts';

export function NewsBell() {
  const t = useStrings(strings);
  const { data } = useQuery({
    queryKey: ['notifications', 'unread'],
    queryFn: async ({ signal }) => (await api.countUnreadNotifications({}, { signal })).data,
  });
  const count = (data?.activity ?? 0) + (data?.news ?? 0);
  return (
    <Indicator label={count > 99 ? '99+' : count} size={16} disabled={count === 0} color="red" offset={6}>
      <ActionIcon
        component={Link}
        to="/notifications"
        variant="subtle"
        size="lg"
        aria-label={count === 0 ? t.notifications : `${t.notifications}: ${t.unread(count)}`}
      >
        <IconBell size={20} />
      </ActionIcon>
    </Indicator>
  );
}
