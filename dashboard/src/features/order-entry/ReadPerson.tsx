import { NativeSelect, SimpleGrid, Stack, TextInput, Textarea } from '@mantine/core';
import { DistrictField } from '../../ui/DistrictField.tsx';
import { useStrings } from '../../ui/language.ts';
import { findDistricts } from '../session/api.ts';
import { Certainty } from './Certainty.tsx';
import type { NewContact } from './draft.ts';
import { districtName, knownCustomers, type Parsed, type Reading } from './reading.ts';
import { wordsOf } from './source-words.ts';
import { strings } from './strings.ts';

export interface ReadProps {
  text: string;
  parsed: Parsed;
  reading: Reading;
  onChange: (reading: Reading) => void;
}

/** Whom it goes to, as it was read. */
export function ReadPerson({ text, parsed, reading, onChange }: ReadProps) {
  const t = useStrings(strings);
  const { receiver, sender } = parsed;
  const known = knownCustomers(receiver);
  return (
    <Stack gap="xs">
      {sender !== null && <ReadSender {...{ text, parsed, reading, onChange }} sender={sender} />}
      {known.length > 0 && (
        <NativeSelect
          label={t.receiver}
          description={<Certainty confidence={receiver.customer.confidence} words="" />}
          value={String(reading.customer_id ?? '')}
          data={[
            ...known.map(({ id, name, phone, address }) => ({
              value: String(id),
              label: `${t.known_customer}: ${name} ${phone}, ${address}`.slice(0, 120),
            })),
            { value: '', label: t.not_known },
          ]}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...reading, customer_id: value === '' ? null : Number(value) })
          }
        />
      )}
      {reading.customer_id === null && (
        <PersonFields
          text={text}
          receiver={receiver}
          person={reading.person}
          onChange={(person) => onChange({ ...reading, person })}
        />
      )}
    </Stack>
  );
}

interface PersonFieldsProps {
  text: string;
  receiver: Parsed['receiver'];
  person: NewContact;
  onChange: (person: NewContact) => void;
}

function PersonFields({ text, receiver, person, onChange }: PersonFieldsProps) {
  const t = useStrings(strings);
  const field = (name: 'name' | 'phone' | 'address' | 'postal_code') => ({
    label: t[name],
    value: person[name],
    description: (
      <Certainty
        confidence={receiver[name].confidence}
        words={receiver[name].value === null ? '' : wordsOf(text, receiver[name].value)}
      />
    ),
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...person, [name]: event.currentTarget.value }),
  });
  const { value, candidates, confidence } = receiver.district;
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
        <TextInput {...field('name')} />
        <TextInput type="tel" {...field('phone')} />
      </SimpleGrid>
      <Textarea autosize minRows={1} maxRows={5} {...field('address')} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
        <div>
          <DistrictField
            value={person.district}
            find={findDistricts}
            onChange={(district) => onChange({ ...person, district })}
            error={undefined}
          />
          <Certainty confidence={confidence} words={value === null ? '' : wordsOf(text, value.name)} />
          {person.district === null && candidates.length > 0 && (
            <NativeSelect
              aria-label={t.district}
              mt={4}
              value=""
              data={[
                { value: '', label: '–' },
                ...candidates.map((one) => ({ value: String(one.id), label: districtName(one) })),
              ]}
              onChange={(event) => {
                const one = candidates.find(({ id }) => String(id) === event.currentTarget.value);
                if (one !== undefined)
                  onChange({ ...person, district: { id: one.id, name: districtName(one) } });
              }}
            />
          )}
        </div>
        <TextInput {...field('postal_code')} />
      </SimpleGrid>
    </>
  );
}

function ReadSender({
  sender,
  text,
  reading,
  onChange,
}: ReadProps & { sender: NonNullable<Parsed['sender']> }) {
  const t = useStrings(strings);
  const known = knownCustomers(sender);
  const words = wordsOf(text, sender.name.value ?? sender.phone.value ?? '');
  return (
    <NativeSelect
      label={t.sender}
      description={<Certainty confidence={sender.name.confidence} words={words} />}
      value={String(reading.sender_id ?? '')}
      data={[
        ...known.map(({ id, name, phone }) => ({
          value: String(id),
          label: `${name} ${phone}`.slice(0, 120),
        })),
        { value: '', label: `${t.not_known}: ${reading.sender?.name ?? ''}`.slice(0, 120) },
      ]}
      onChange={({ currentTarget: { value } }) =>
        onChange({ ...reading, sender_id: value === '' ? null : Number(value) })
      }
    />
  );
}
