import { Group, NativeSelect, NumberInput, Stack, Text, Textarea } from '@mantine/core';
import { formatRupiah } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { Certainty } from './Certainty.tsx';
import { uniqueById, type Reading } from './reading.ts';
import type { ReadProps } from './ReadPerson.tsx';
import { wordsOf } from './source-words.ts';
import { strings } from './strings.ts';

/** What is ordered and how it goes, as it was read. */
export function ReadGoods({ text, parsed, reading, onChange }: ReadProps) {
  const t = useStrings(strings);
  const { courier, note, payment } = parsed;
  const services = uniqueById([
    ...(courier.value?.service === undefined || courier.value.service === null
      ? []
      : [courier.value.service]),
    ...courier.services,
  ]);
  return (
    <Stack gap="xs">
      {parsed.products.map((_, index) => (
        // eslint-disable-next-line react/no-array-index-key -- its place is what a line of the text has of its own
        <ReadLine key={index} {...{ text, parsed, reading, onChange, index }} />
      ))}
      {services.length > 0 && (
        <NativeSelect
          label={t.courier}
          description={
            <Certainty confidence={courier.confidence} words={wordsOf(text, courier.value?.name ?? '')} />
          }
          value={String(reading.service_id ?? '')}
          data={[
            { value: '', label: '–' },
            ...services.map(({ id, code, name }) => ({
              value: String(id),
              label: `${courier.value?.name ?? ''} ${code} ${name}`.trim(),
            })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...reading, service_id: value === '' ? null : Number(value) })
          }
        />
      )}
      {note.value !== null && (
        <Textarea
          label={t.note}
          autosize
          maxRows={5}
          description={<Certainty confidence={note.confidence} words={wordsOf(text, note.value)} />}
          value={reading.note}
          onChange={(event) => onChange({ ...reading, note: event.currentTarget.value })}
        />
      )}
      {payment.value !== null && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t.payment_words}: {payment.value}
        </Text>
      )}
    </Stack>
  );
}

function ReadLine({ parsed, reading, onChange, index }: ReadProps & { index: number }) {
  const t = useStrings(strings);
  const found = parsed.products[index];
  const chosen = reading.goods[index];
  if (found === undefined || chosen === undefined) return null;
  const { variation, qty, text } = found;
  const choices = uniqueById([
    ...(variation.value === null ? [] : [variation.value]),
    ...variation.candidates,
  ]);
  const set = (changes: Partial<Reading['goods'][number]>) =>
    onChange({
      ...reading,
      goods: reading.goods.map((one, at) => (at === index ? { ...one, ...changes } : one)),
    });
  return (
    <div>
      <Certainty confidence={Math.min(variation.confidence, qty.confidence)} words={text} />
      <Group gap="xs" wrap="nowrap" mt={4}>
        <NumberInput
          aria-label={t.quantity_of(text)}
          w={84}
          min={1}
          allowDecimal={false}
          allowNegative={false}
          value={chosen.qty}
          onChange={(value) => set({ qty: Math.max(Number(value), 1) })}
        />
        <NativeSelect
          aria-label={`${t.goods}: ${text}`}
          flex={1}
          miw={0}
          value={String(chosen.variation_id ?? '')}
          data={[
            ...choices.map(({ id, name, price }) => ({
              value: String(id),
              label: `${name} (${formatRupiah(price)})`.slice(0, 120),
            })),
            { value: '', label: t.skip_goods },
          ]}
          onChange={({ currentTarget: { value } }) => {
            const one = choices.find(({ id }) => String(id) === value);
            set({ variation_id: one?.id ?? null, sku: one?.sku ?? '' });
          }}
        />
      </Group>
    </div>
  );
}
