import { Badge, Button, Group, Paper, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { formatMoment } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { tell } from '../../ui/notice.tsx';
import { api } from '../session/api.ts';
import { PasswordAgain } from '../session/PasswordAgain.tsx';
import { strings } from './strings.ts';

/** Where the user is signed in; each but this one can be ended. */
export function Sessions() {
  const t = useStrings(strings);
  const client = useQueryClient();
  const [to_end, setToEnd] = useState<number>();
  const list = useQuery({
    queryKey: ['sessions'],
    queryFn: async ({ signal }) => (await api.listSessions({}, { signal })).data,
  });
  return (
    <>
      <Title order={2} size="h4">
        {t.sessions}
      </Title>
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {list.data?.map((session) => (
        <Paper withBorder p="sm" key={session.id}>
          <Group justify="space-between">
            <Text size="sm">{t.last_used(formatMoment(session.last_used_at))}</Text>
            {session.is_this ? (
              <Badge variant="light">{t.this_session}</Badge>
            ) : (
              <Button size="xs" variant="default" onClick={() => setToEnd(session.id)}>
                {t.end_session}
              </Button>
            )}
          </Group>
        </Paper>
      ))}
      {to_end !== undefined && (
        <PasswordAgain
          title={t.end_session}
          run={(current_password, idempotency_key) =>
            api.endSession({ id: to_end, current_password }, { idempotency_key })
          }
          onDone={() => {
            tell(t.session_ended);
            void client.invalidateQueries({ queryKey: ['sessions'] });
          }}
          onClose={() => setToEnd(undefined)}
        />
      )}
    </>
  );
}
