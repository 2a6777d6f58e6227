import { Button, Checkbox, Modal, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { Output } from 'ngorder-sdk';
import { useState } from 'react';
import { useCommand } from '../../ui/command.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useStrings } from '../../ui/language.ts';
import { tell } from '../../ui/notice.tsx';
import { words } from '../../ui/words.ts';
import { api } from '../session/api.ts';
import { useCustomerCategories } from './customer-queries.ts';
import { strings } from './strings.ts';

type Category = Output<'listCustomerCategories'>['data'][number];

const OWN_CATEGORIES = 3;

/** Kinds of customers, and what prices each gets. */
export function CategoriesDialog({ onClose }: { onClose: () => void }) {
  const t = useStrings(strings);
  const query = useCustomerCategories();
  const own = (query.data ?? []).filter(({ code }) => /^\d$/.test(code));
  return (
    <Modal opened onClose={onClose} title={t.categories_title}>
      <Stack>
        <Text size="sm">{t.categories_hint}</Text>
        <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
        {query.data?.map((category) => (
          <CategoryForm key={category.id} category={category} />
        ))}
        {query.data !== undefined && own.length < OWN_CATEGORIES && <NewCategory />}
      </Stack>
    </Modal>
  );
}

function useStored() {
  const t = useStrings(strings);
  const client = useQueryClient();
  return () => {
    tell(t.category_saved);
    void client.invalidateQueries({ queryKey: ['customers'] });
  };
}

function CategoryForm({ category }: { category: Category }) {
  const t = useStrings(strings);
  const w = useStrings(words);
  const first = {
    category_name: category.category_name,
    is_active: category.status === 'ACTIVE' || category.status === 'Y',
    discount_access: category.discount_access,
    wholesale_access: category.wholesale_access,
  };
  const [values, setValues] = useState(first);
  const is_own = /^\d$/.test(category.code);
  const command = useCommand(
    ({ is_active, ...given }: typeof first, idempotency_key) =>
      api.updateCustomerCategory(
        { id: category.id, ...given, ...(is_own && { status: is_active ? 'Y' : 'N' }) },
        { idempotency_key },
      ),
    { onDone: useStored(), onError: () => undefined },
  );
  const flag = (name: 'is_active' | 'discount_access' | 'wholesale_access', label: string) => (
    <Checkbox
      label={label}
      checked={values[name]}
      onChange={(event) => setValues({ ...values, [name]: event.currentTarget.checked })}
    />
  );
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <TextInput
          label={t.name}
          maxLength={50}
          value={values.category_name}
          onChange={(event) => setValues({ ...values, category_name: event.currentTarget.value })}
        />
        {is_own && flag('is_active', t.active)}
        {flag('discount_access', t.discount_access)}
        {flag('wholesale_access', t.wholesale_access)}
        <ErrorNotice error={command.error} />
        <Button
          style={{ alignSelf: 'flex-end' }}
          loading={command.isPending}
          disabled={JSON.stringify(values) === JSON.stringify(first)}
          onClick={() => command.mutate(values)}
        >
          {w.save}
        </Button>
      </Stack>
    </Paper>
  );
}

function NewCategory() {
  const t = useStrings(strings);
  const w = useStrings(words);
  const [name, setName] = useState('');
  const onStored = useStored();
  const command = useCommand(
    (category_name: string, idempotency_key) =>
      api.createCustomerCategory({ category_name }, { idempotency_key }),
    {
      onDone: () => {
        setName('');
        onStored();
      },
      onError: () => undefined,
    },
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') command.mutate(name);
      }}
    >
      <Stack gap="xs">
        <TextInput
          label={t.new_category}
          maxLength={50}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <ErrorNotice error={command.error} />
        <Button
          type="submit"
          variant="default"
          style={{ alignSelf: 'flex-end' }}
          loading={command.isPending}
          disabled={name.trim() === ''}
        >
          {w.save}
        </Button>
      </Stack>
    </form>
  );
}
