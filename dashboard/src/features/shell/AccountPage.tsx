import { Paper, Stack, Text, Title } from '@mantine/core';
import { useStrings } from '../../ui/language.ts';
import { useMe } from '../session/session.ts';
import { Sessions } from './Sessions.tsx';
import { strings } from './strings.ts';

/** Who is signed in, and where. */
export default function AccountPage() {
  const t = useStrings(strings);
  const { user, shop } = useMe();
  return (
    <Stack maw={640}>
      <Title order={1} size="h3">
        {t.account}
      </Title>
      <Paper withBorder p="sm">
        <Text fw={600}>{user.full_name}</Text>
        <Text size="sm">{user.email}</Text>
        <Text size="sm" c="dimmed">
          {shop.name} · {shop.time_zone}
        </Text>
      </Paper>
      <Sessions />
    </Stack>
  );
}
