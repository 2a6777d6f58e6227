import { Badge, Button, Group, Paper, Stack, Switch, Text } from '@mantine/core';
import { useStrings } from '../../ui/language.ts';
import { Picker } from '../../ui/Picker.tsx';
import { api } from '../session/api.ts';
import { contactOf } from './contacts.ts';
import { EMPTY_CONTACT, type Contact, type CustomerRow } from './draft.ts';
import { useEntry } from './entry.ts';
import { NewCustomer } from './NewCustomer.tsx';
import { strings } from './strings.ts';

const SHOWN = 8;

/** `+62 813-5493` is looked for by its digits; a name as it is. */
function searchable(text: string): string {
  return /^[\d\s()+.-]+$/.test(text) ? text.replaceAll(/\D/g, '') : text;
}

async function findCustomers(text: string, signal: AbortSignal): Promise<readonly CustomerRow[]> {
  const keyword = searchable(text);
  const { data } = await api.listCustomers(
    keyword === '' ? { order_by: 'LAST_ORDER', per_page: SHOWN } : { keyword, per_page: SHOWN },
    { signal },
  );
  return data;
}

const optionOf = (row: CustomerRow) => (
  <>
    <Group gap="xs" wrap="nowrap">
      <Text size="sm" fw={600} truncate>
        {row.name}
      </Text>
      <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
        {row.phone}
      </Text>
    </Group>
    <Text size="xs" c="dimmed" truncate>
      {row.address}
    </Text>
  </>
);

/** Who orders, and in whose name it goes to whom. */
export function CustomerPart({ onDone }: { onDone: () => void }) {
  const t = useStrings(strings);
  const { draft, change } = useEntry();
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <ContactField who="sender" onDone={onDone} />
        <Switch
          label={t.dropship}
          checked={draft.is_dropship}
          onChange={(event) => change({ is_dropship: event.currentTarget.checked })}
        />
        {draft.is_dropship && <ContactField who="receiver" onDone={onDone} />}
      </Stack>
    </Paper>
  );
}

function ContactField({ who, onDone }: { who: 'sender' | 'receiver'; onDone: () => void }) {
  const t = useStrings(strings);
  const { draft, change, errors } = useEntry();
  const contact = draft[who];
  const label = who === 'sender' ? t.customer : t.receiver;
  const entered = who === 'sender' ? draft.new_sender : draft.new_receiver;
  const enter = (value: typeof entered) =>
    change(who === 'sender' ? { new_sender: value } : { new_receiver: value });
  const choose = (chosen: Contact | null) => {
    change(
      who === 'sender' ? { sender: chosen, new_sender: null } : { receiver: chosen, new_receiver: null },
    );
    if (chosen !== null) onDone();
  };
  if (entered !== null)
    return (
      <NewCustomer
        label={label}
        value={entered}
        onChange={enter}
        onSaved={choose}
        onCancel={() => enter(null)}
        error={errors[who]}
      />
    );
  if (contact !== null)
    return (
      <ChosenContact label={label} contact={contact} onChange={() => choose(null)} error={errors[who]} />
    );
  return (
    <Picker
      label={label}
      placeholder={t.find_customer}
      name="customers"
      find={findCustomers}
      idOf={({ id }) => id}
      option={optionOf}
      onPick={(row) => choose(contactOf(row))}
      extra={{
        label: t.new_customer,
        run: (text) => {
          const is_phone = /^[\d\s()+.-]+$/.test(text);
          enter({ ...EMPTY_CONTACT, ...(is_phone ? { phone: text } : { name: text }) });
        },
      }}
      error={errors[who]}
      autoFocus
    />
  );
}

interface ChosenContactProps {
  label: string;
  contact: Contact;
  onChange: () => void;
  error: string | undefined;
}

function ChosenContact({ label, contact, onChange, error }: ChosenContactProps) {
  const t = useStrings(strings);
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Text size="xs" c="dimmed">
          {label}
        </Text>
        <Group gap="xs">
          <Text fw={600} lineClamp={2}>
            {contact.name}
          </Text>
          <Text size="sm">{contact.phone}</Text>
          <Badge variant="light" tt="none">
            {contact.category}
          </Badge>
        </Group>
        <Text size="sm" c="dimmed" lineClamp={3}>
          {contact.address}
        </Text>
        {contact.district_id === null && (
          <Text size="sm" c="red">
            {t.no_district}
          </Text>
        )}
        {error !== undefined && (
          <Text size="sm" c="red">
            {error}
          </Text>
        )}
      </div>
      <Button variant="default" size="sm" onClick={onChange} style={{ flexShrink: 0 }}>
        {t.change_customer}
      </Button>
    </Group>
  );
}
