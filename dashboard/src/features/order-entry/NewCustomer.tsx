import { Button, Fieldset, Group, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '../../ui/command.ts';
import { DistrictField } from '../../ui/DistrictField.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { fieldErrors } from '../../ui/explain.ts';
import { useStrings } from '../../ui/language.ts';
import { tell } from '../../ui/notice.tsx';
import { words } from '../../ui/words.ts';
import { api, findDistricts } from '../session/api.ts';
import { contactOf } from './contacts.ts';
import type { Contact, NewContact } from './draft.ts';
import { strings } from './strings.ts';

interface NewCustomerProps {
  label: string;
  value: NewContact;
  onChange: (value: NewContact) => void;
  onSaved: (contact: Contact) => void;
  onCancel: () => void;
  error: string | undefined;
}

/** A customer who is entered where the order is. */
export function NewCustomer({ label, value, onChange, onSaved, onCancel, error }: NewCustomerProps) {
  const t = useStrings(strings);
  const w = useStrings(words);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const save = useSaveCustomer(onSaved, setErrors);
  const press = () => {
    if (value.district === null) setErrors({ district_id: t.district_needed });
    else save.mutate(value);
  };
  const field = (name: 'name' | 'phone' | 'address' | 'postal_code') => ({
    value: value[name],
    error: errors[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      setErrors({});
      onChange({ ...value, [name]: event.currentTarget.value });
    },
  });
  return (
    <Fieldset
      legend={`${label}: ${t.new_customer('')}`}
      onKeyDown={(event) => {
        const is_in_line = event.target instanceof HTMLInputElement && event.target.role !== 'combobox';
        if (event.key === 'Enter' && is_in_line && !event.ctrlKey && !event.metaKey) {
          event.preventDefault();
          press();
        } else if (event.key === 'Escape' && !event.defaultPrevented) onCancel();
      }}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
        <TextInput label={t.name} required autoFocus={value.name === ''} maxLength={100} {...field('name')} />
        <TextInput
          label={t.phone}
          required
          type="tel"
          inputMode="tel"
          autoFocus={value.name !== '' && value.phone === ''}
          {...field('phone')}
        />
      </SimpleGrid>
      <Textarea label={t.address} required autosize minRows={1} maxRows={4} mt="xs" {...field('address')} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" mt="xs">
        <DistrictField
          value={value.district}
          find={findDistricts}
          onChange={(district) => {
            setErrors({});
            onChange({ ...value, district });
          }}
          error={errors['district_id']}
        />
        <TextInput label={t.postal_code} inputMode="numeric" {...field('postal_code')} />
      </SimpleGrid>
      {Object.keys(errors).length === 0 && <ErrorNotice error={save.error} />}
      {error !== undefined && (
        <Text size="sm" c="red" mt="xs">
          {error}
        </Text>
      )}
      <Group justify="flex-end" mt="sm">
        <Button variant="default" onClick={onCancel}>
          {w.cancel}
        </Button>
        <Button onClick={press} loading={save.isPending}>
          {t.save_customer}
        </Button>
      </Group>
    </Fieldset>
  );
}

function useSaveCustomer(
  onSaved: (contact: Contact) => void,
  setErrors: (errors: Record<string, string>) => void,
) {
  const t = useStrings(strings);
  const client = useQueryClient();
  return useCommand(
    async (entered: NewContact, idempotency_key) => {
      const { name, phone, address, postal_code, district, category } = entered;
      const { data: created } = await api.createCustomer(
        {
          name: name.trim(),
          phone: phone.trim(),
          address: address.trim(),
          district_id: district?.id ?? 0,
          category,
          ...(postal_code.trim() !== '' && { postal_code: postal_code.trim() }),
        },
        { idempotency_key },
      );
      const { data } = await api.listCustomers({ customer_id: created.customer_id });
      return { created, customer: data[0] };
    },
    {
      onDone: ({ created: { name, duplicates }, customer }) => {
        void client.invalidateQueries({ queryKey: ['customers'] });
        tell(t.customer_saved(name));
        if (duplicates.length > 0) tell(t.same_phone(duplicates.map((one) => one.name).join(', ')));
        if (customer !== undefined) onSaved(contactOf(customer));
      },
      onError: (error) => setErrors(fieldErrors(error)),
    },
  );
}
