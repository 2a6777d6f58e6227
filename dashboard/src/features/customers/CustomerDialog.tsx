import { Button, Group, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useCommand } from '../../ui/command.ts';
import { DistrictField, type District } from '../../ui/DistrictField.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { fieldErrors } from '../../ui/explain.ts';
import { useStrings } from '../../ui/language.ts';
import { tell } from '../../ui/notice.tsx';
import { words } from '../../ui/words.ts';
import { api, findDistricts } from '../session/api.ts';
import { asCategory, useCustomerCategories, type CustomerRow } from './customer-queries.ts';
import { strings } from './strings.ts';

interface CustomerDialogProps {
  /** Undefined for one that is new. */
  customer: CustomerRow | undefined;
  onClose: () => void;
  onStored: (id: number) => void;
}

interface Values {
  name: string;
  phone: string;
  district: District | null;
  address: string;
  postal_code: string;
  category: string;
  email: string;
  line: string;
  other: string;
}

function districtOf(customer: CustomerRow | undefined): District | null {
  if (customer === undefined || customer.district_id === null) return null;
  const { district_id, district, city, province } = customer;
  return { id: district_id, name: [district, city, province].filter(Boolean).join(', ') };
}

function valuesOf(customer: CustomerRow | undefined): Values {
  return {
    name: customer?.name ?? '',
    phone: customer?.phone ?? '',
    district: districtOf(customer),
    address: customer?.street_address ?? '',
    postal_code: customer?.postal_code ?? '',
    category: customer?.category_code ?? 'N',
    email: customer?.email ?? '',
    line: customer?.line ?? '',
    other: customer?.other ?? '',
  };
}

const orNull = (text: string) => (text.trim() === '' ? null : text);

async function store(customer: CustomerRow | undefined, values: Values, idempotency_key: string) {
  const { name, phone, district, address, category, ...more } = values;
  const common = { name, phone, address, category: asCategory(category) };
  const optional = {
    postal_code: orNull(more.postal_code),
    email: orNull(more.email),
    line: orNull(more.line),
    other: orNull(more.other),
  };
  if (customer !== undefined) {
    const { data } = await api.updateCustomer(
      {
        customer_id: customer.id,
        ...common,
        ...optional,
        // A customer keeps their district where none was chosen in its place.
        ...(district !== null && { district_id: district.id }),
      },
      { idempotency_key },
    );
    return { id: data.customer_id, duplicates: [] };
  }
  const given = Object.entries(optional).filter((entry): entry is [string, string] => entry[1] !== null);
  const { data } = await api.createCustomer(
    { ...common, district_id: district?.id ?? 0, ...Object.fromEntries(given) },
    { idempotency_key },
  );
  return { id: data.customer_id, duplicates: data.duplicates.map(({ name: other }) => other) };
}

/** A customer's data: new, or to be changed. */
export function CustomerDialog({ customer, onClose, onStored }: CustomerDialogProps) {
  const t = useStrings(strings);
  const w = useStrings(words);
  const client = useQueryClient();
  const form = useForm<Values>({
    initialValues: valuesOf(customer),
    validate: {
      district: (district) => (district === null && customer === undefined ? t.district_hint : null),
    },
  });
  const command = useCommand((values: Values, key) => store(customer, values, key), {
    onDone: ({ id, duplicates }) => {
      tell(customer === undefined ? t.made : t.saved);
      if (duplicates.length > 0) tell(t.same_phone(duplicates.join(', ')));
      void client.invalidateQueries({ queryKey: ['customers'] });
      onClose();
      onStored(id);
    },
    onError: (error) => {
      const { district_id: district, ...others } = fieldErrors(error);
      form.setErrors({ ...others, ...(district !== undefined && { district }) });
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={!form.isDirty()}
      title={customer === undefined ? t.new_customer : t.edit_customer}
    >
      <form onSubmit={form.onSubmit((values) => command.mutate(values))}>
        <Stack>
          <Fields form={form} />
          <ErrorNotice error={command.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {w.cancel}
            </Button>
            <Button type="submit" loading={command.isPending}>
              {w.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Fields({ form }: { form: UseFormReturnType<Values> }) {
  const t = useStrings(strings);
  const categories = useCustomerCategories();
  return (
    <>
      <TextInput
        label={t.name}
        required
        data-autofocus
        maxLength={100}
        autoComplete="off"
        {...form.getInputProps('name')}
      />
      <TextInput
        label={t.phone}
        required
        type="tel"
        maxLength={100}
        autoComplete="off"
        {...form.getInputProps('phone')}
      />
      <Select
        label={t.category}
        allowDeselect={false}
        data={(categories.data ?? []).map(({ code, category_name }) => ({
          value: code,
          label: category_name,
        }))}
        {...form.getInputProps('category')}
      />
      <DistrictField
        value={form.values.district}
        find={findDistricts}
        error={form.errors['district']}
        onChange={(district) => form.setFieldValue('district', district)}
      />
      <Textarea
        label={t.address}
        description={t.address_hint}
        required
        autosize
        minRows={2}
        maxLength={500}
        {...form.getInputProps('address')}
      />
      <Group grow align="flex-start">
        <TextInput
          label={t.postal_code}
          inputMode="numeric"
          maxLength={5}
          {...form.getInputProps('postal_code')}
        />
        <TextInput label={t.email} type="email" maxLength={254} {...form.getInputProps('email')} />
      </Group>
      <Group grow align="flex-start">
        <TextInput label={t.line} maxLength={100} {...form.getInputProps('line')} />
        <TextInput label={t.other} maxLength={200} {...form.getInputProps('other')} />
      </Group>
    </>
  );
}
