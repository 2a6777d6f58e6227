import { Button, CloseButton, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Output } from 'ngorder-sdk';
import { lazy, Suspense, useState } from 'react';
import { useCommand } from '../../ui/command.ts';
import { useStrings } from '../../ui/language.ts';
import { tell } from '../../ui/notice.tsx';
import { api } from '../session/api.ts';
import { strings } from './strings.ts';

const OriginDialog = lazy(() => import('./OriginDialog.tsx'));
const CouriersDialog = lazy(() => import('./CouriersDialog.tsx'));
const BankAccountDialog = lazy(() => import('./BankAccountDialog.tsx'));

type Steps = NonNullable<Output<'getHome'>['data']['setup']>;
type Step = Steps[number]['step'];

const DISMISSED = 'home_checklist_dismissed';

/** Whether the person has put the list away; in their account, so on every device. */
function useDismissed() {
  const client = useQueryClient();
  const queryKey = ['preferences'];
  const { data } = useQuery({
    queryKey,
    queryFn: async ({ signal }) => (await api.listPreferences({}, { signal })).data,
  });
  const set = useCommand(
    (value: boolean, idempotency_key) => api.setPreference({ name: DISMISSED, value }, { idempotency_key }),
    { onDone: () => void client.invalidateQueries({ queryKey }) },
  );
  return {
    // Until it is known the list is not shown: it would vanish under the finger.
    is_dismissed: data === undefined || data.some(({ name, value }) => name === DISMISSED && value === true),
    set: set.mutate,
  };
}

/** What a new shop does up to its first order: true by what the server has. */
export function Checklist({ steps }: { steps: Steps }) {
  const t = useStrings(strings);
  const { is_dismissed, set } = useDismissed();
  const [opened, setOpened] = useState<Step | null>(null);
  if (is_dismissed) return null;
  const done = steps.filter(({ is_done }) => is_done).length;
  const close = () => setOpened(null);
  const dismiss = () => {
    set(true);
    tell(t.setup_dismissed, () => set(false));
  };
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="setup-title">
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap">
          <Title order={2} size="h4" id="setup-title">
            {t.setup}
          </Title>
          <CloseButton size="lg" aria-label={t.setup_dismiss} title={t.setup_dismiss} onClick={dismiss} />
        </Group>
        <Group gap="sm" wrap="nowrap">
          <Progress
            value={(100 * done) / steps.length}
            flex={1}
            aria-label={t.setup_done(done, steps.length)}
          />
          <Text size="sm">{t.setup_done(done, steps.length)}</Text>
        </Group>
        {steps.map((step) => (
          <StepRow key={step.step} {...step} onOpen={() => setOpened(step.step)} />
        ))}
      </Stack>
      <Suspense fallback={null}>
        {opened === 'ORIGIN' && <OriginDialog onClose={close} />}
        {opened === 'COURIERS' && <CouriersDialog onClose={close} />}
        {opened === 'BANK_ACCOUNT' && <BankAccountDialog onClose={close} />}
      </Suspense>
    </Paper>
  );
}

/** Steps that have a room of their own. */
const ROOMS: Partial<Record<Step, string>> = { PRODUCT: '/products/new', ORDER: '/orders/new' };

function StepRow({ step, is_done, onOpen }: Steps[number] & { onOpen: () => void }) {
  const t = useStrings(strings);
  const room = ROOMS[step];
  const look = {
    variant: is_done ? 'subtle' : 'light',
    size: 'md',
    px: 'sm',
    style: { flexShrink: 0 },
    'aria-label': `${t[`${step}_do`]}: ${t[step]}`,
  };
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <Group gap="xs" wrap="nowrap" miw={0}>
        {is_done ? (
          <IconCircleCheckFilled
            size={22}
            color="var(--mantine-color-teal-text)"
            role="img"
            aria-label={t.step_done}
            style={{ flexShrink: 0 }}
          />
        ) : (
          <IconCircle size={22} role="img" aria-label={t.step_open} style={{ flexShrink: 0 }} />
        )}
        <div style={{ minWidth: 0 }}>
          <Text fw={600}>{t[step]}</Text>
          {!is_done && (
            <Text size="sm" c="dimmed">
              {t[`${step}_why`]}
            </Text>
          )}
        </div>
      </Group>
      {room === undefined ? (
        <Button {...look} onClick={onOpen}>
          {t[`${step}_do`]}
        </Button>
      ) : (
        <Button {...look} component={Link} to={room}>
          {t[`${step}_do`]}
        </Button>
      )}
    </Group>
  );
}
