import { Checkbox, SimpleGrid, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Output } from 'ngorder-sdk';
import { useState } from 'react';
import { useCommand } from '../../ui/command.ts';
import { useStrings } from '../../ui/language.ts';
import { tell } from '../../ui/notice.tsx';
import { api } from '../session/api.ts';
import { StepDialog } from './StepDialog.tsx';
import { strings } from './strings.ts';

type Services = Output<'listCourierServiceSettings'>['data'];
type Service = Services['Regular'][number];

const allOf = ({ Regular, Express, Trucking }: Services): Service[] => [...Regular, ...Express, ...Trucking];

/** By which couriers the shop sends. A courier is switched with all its services; single services stay as they are where nothing is pressed. */
export default function CouriersDialog({ onClose }: { onClose: () => void }) {
  const t = useStrings(strings);
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['choices', 'courier-services'],
    queryFn: async ({ signal }) => (await api.listCourierServiceSettings({}, { signal })).data,
  });
  const [switched, setSwitched] = useState<Record<string, boolean>>({});
  const isOn = ({ logistic_name, is_active }: Service) => switched[logistic_name] ?? is_active;
  const services = query.data === undefined ? [] : allOf(query.data);
  const couriers = [...Map.groupBy(services, ({ logistic_name }) => logistic_name)];
  const save = useCommand(
    async ({ Regular, Express, Trucking }: Services, idempotency_key) => {
      const ids = (group: readonly Service[]) => group.filter(isOn).map(({ id }) => String(id));
      const chosen = { regular: ids(Regular), express: ids(Express), trucking: ids(Trucking) };
      await api.setCourierServices(chosen, { idempotency_key });
    },
    {
      onDone: () => {
        for (const key of ['home', 'choices', 'rates']) void client.invalidateQueries({ queryKey: [key] });
        tell(t.step_saved);
        onClose();
      },
      onError: () => undefined,
    },
  );
  return (
    <StepDialog
      title={t.COURIERS}
      onClose={onClose}
      onSave={() => {
        if (query.data !== undefined) save.mutate(query.data);
      }}
      is_saving={save.isPending}
      error={save.error ?? query.error}
    >
      <Text size="sm">{t.couriers_hint}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
        {couriers.map(([name, of_courier], index) => {
          const on = of_courier.filter(isOn).length;
          return (
            <Checkbox
              key={name}
              label={`${name} (${on}/${of_courier.length})`}
              checked={on === of_courier.length}
              indeterminate={on > 0 && on < of_courier.length}
              data-autofocus={index === 0 || undefined}
              styles={{ body: { alignItems: 'center' }, root: { paddingBlock: 6 } }}
              onChange={(event) => setSwitched({ ...switched, [name]: event.currentTarget.checked })}
            />
          );
        })}
      </SimpleGrid>
    </StepDialog>
  );
}
