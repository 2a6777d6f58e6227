import { ActionIcon, Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand } from '../../ui/command.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useStrings } from '../../ui/language.ts';
import { words } from '../../ui/words.ts';
import { api } from '../session/api.ts';
import { useProductCategories } from './product-filters.ts';
import { strings } from './strings.ts';

interface CategoryFieldProps {
  value: string;
  error: string | undefined;
  onChange: (category_id: string) => void;
}

/** The category, of those there are or a new one. */
export function CategoryField({ value, error, onChange }: CategoryFieldProps) {
  const t = useStrings(strings);
  const categories = useProductCategories();
  const [is_adding, setAdding] = useState(false);
  return (
    <>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <Select
          flex={1}
          label={t.category}
          searchable
          allowDeselect={false}
          data={[
            { value: '0', label: t.uncategorized },
            ...(categories.data ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          value={value}
          error={error}
          onChange={(chosen) => chosen !== null && onChange(chosen)}
        />
        <ActionIcon variant="default" size={36} aria-label={t.new_category} onClick={() => setAdding(true)}>
          <IconPlus size={18} />
        </ActionIcon>
      </Group>
      {is_adding && <NewCategory onClose={() => setAdding(false)} onMade={(id) => onChange(String(id))} />}
    </>
  );
}

function NewCategory({ onClose, onMade }: { onClose: () => void; onMade: (id: number) => void }) {
  const t = useStrings(strings);
  const w = useStrings(words);
  const client = useQueryClient();
  const [name, setName] = useState('');
  const command = useCommand(
    async (given: string, idempotency_key) =>
      (await api.createProductCategory({ name: given }, { idempotency_key })).data,
    {
      onDone: ({ id }) => {
        void client.invalidateQueries({ queryKey: ['products', 'categories'] });
        onMade(id);
        onClose();
      },
      onError: () => undefined,
    },
  );
  const send = () => name.trim() !== '' && command.mutate(name);
  return (
    <Modal opened onClose={onClose} title={t.new_category}>
      <Stack>
        <TextInput
          label={t.new_category_name}
          data-autofocus
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') send();
          }}
        />
        <ErrorNotice error={command.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {w.cancel}
          </Button>
          <Button loading={command.isPending} onClick={send}>
            {w.save}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
