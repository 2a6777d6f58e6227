import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { DistrictField, type District } from '../../ui/DistrictField.tsx';
import { useStrings } from '../../ui/language.ts';
import { api, findDistricts } from '../session/api.ts';
import { StepDialog } from './StepDialog.tsx';
import { strings } from './strings.ts';
import { useStep } from './use-step.ts';

interface Values {
  district: District | null;
  address: string;
}

/** Where parcels leave from: the address of the shop's first supplier. */
export default function OriginDialog({ onClose }: { onClose: () => void }) {
  const t = useStrings(strings);
  const suppliers = useQuery({
    queryKey: ['choices', 'suppliers'],
    queryFn: async ({ signal }) => (await api.listSuppliers({}, { signal })).data,
  });
  const first = suppliers.data?.[0];
  const form = useForm<Values>({
    initialValues: { district: null, address: '' },
    validate: {
      district: (district) => (district === null ? t.choose_district : null),
      address: (address) => (address.trim() === '' ? t.fill_in : null),
    },
  });
  const { initialize } = form;
  useEffect(() => {
    if (first === undefined) return;
    const { district_id, location, address } = first;
    initialize({ district: district_id === null ? null : { id: district_id, name: location }, address });
  }, [first, initialize]);
  const step = useStep(
    form,
    async ({ district, address }: Values, idempotency_key) => {
      if (first === undefined || district === null) throw new Error('nothing to save yet');
      const origin = { supplier_id: first.id, district_id: district.id, address: address.trim() };
      await api.updateSupplier(origin, { idempotency_key });
    },
    { onClose, names: { district_id: 'district', addess: 'address' } },
  );
  return (
    <StepDialog title={t.ORIGIN} {...step} onClose={onClose} error={step.error ?? suppliers.error}>
      <Textarea
        label={t.street}
        description={t.street_hint}
        required
        autosize
        minRows={2}
        maxRows={5}
        maxLength={500}
        data-autofocus
        {...form.getInputProps('address')}
      />
      <DistrictField
        value={form.values.district}
        find={findDistricts}
        error={form.errors['district']}
        onChange={(district) => form.setFieldValue('district', district)}
      />
    </StepDialog>
  );
}
