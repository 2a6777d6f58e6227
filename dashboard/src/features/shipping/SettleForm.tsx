import { Button, Paper, Select, Stack, Text, Title } from '@mantine/core';
import type { Input } from 'ngorder-sdk';
import { useState } from 'react';
import { useCommand } from '../../ui/command.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useStrings } from '../../ui/language.ts';
import { tell } from '../../ui/notice.tsx';
import { api } from '../session/api.ts';
import { returnStrings } from './return-strings.ts';

const OUTCOMES = ['AUTO', 'CANCEL', 'KEEP'] as const;
const PAID_AS = ['BALANCE', 'REFUNDED'] as const;

/** What becomes of the order of a parcel that was received, and of its money. */
export function SettleForm({ id, onChanged }: { id: number; onChanged: () => void }) {
  const t = useStrings(returnStrings);
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>('AUTO');
  const [paid_as, setPaidAs] = useState<(typeof PAID_AS)[number]>('BALANCE');
  const settling = useCommand(
    (input: Input<'settleReturn'>, idempotency_key) => api.settleReturn(input, { idempotency_key }),
    {
      onDone: () => {
        tell(t.settled_message);
        onChanged();
      },
      onError: () => undefined,
    },
  );
  return (
    <Paper withBorder p="sm">
      <Stack gap="sm">
        <Title order={2} size="h5">
          {t.settle_title}
        </Title>
        <Text size="sm">{t.settle_hint}</Text>
        <Select
          label={t.outcome}
          allowDeselect={false}
          data={OUTCOMES.map((value) => ({ value, label: t[`outcome_${value}`] }))}
          value={outcome}
          onChange={(chosen) => setOutcome(chosen ?? 'AUTO')}
        />
        {outcome !== 'KEEP' && (
          <Select
            label={t.paid_as}
            allowDeselect={false}
            data={PAID_AS.map((value) => ({ value, label: t[`paid_${value}`] }))}
            value={paid_as}
            onChange={(chosen) => setPaidAs(chosen ?? 'BALANCE')}
          />
        )}
        <ErrorNotice error={settling.error} />
        <Button
          h={44}
          loading={settling.isPending}
          onClick={() =>
            settling.mutate({
              id,
              ...(outcome !== 'AUTO' && { outcome }),
              ...(outcome !== 'KEEP' && { paid_as }),
            })
          }
        >
          {t.settle}
        </Button>
      </Stack>
    </Paper>
  );
}
