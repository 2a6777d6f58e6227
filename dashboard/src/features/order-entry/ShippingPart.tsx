import {
  Badge,
  Button,
  Checkbox,
  Group,
  NativeSelect,
  NumberInput,
  Paper,
  Radio,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { formatRupiah } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { Money } from '../../ui/Money.tsx';
import { MANUAL_COURIER } from './draft.ts';
import { useEntry, useSuppliers } from './entry.ts';
import { daysOf, type ShippingRate } from './rates.ts';
import { strings } from './strings.ts';

const SHOWN_AT_FIRST = 5;

/** How it goes to the receiver: all couriers beside each other. */
export function ShippingPart() {
  const t = useStrings(strings);
  const { draft, change, rate, rates } = useEntry();
  const suppliers = useSuppliers();
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Group justify="space-between">
          <Text fw={600}>{t.shipping}</Text>
          <SupplierField />
        </Group>
        {!rates.is_known && (
          <Text size="sm" c="dimmed">
            {rates.has_origin || suppliers.data === undefined ? t.no_rates_yet : t.no_origin}
          </Text>
        )}
        <ErrorNotice error={rates.error} onRetry={rates.reload} />
        <RateList />
        {rates.meta?.unanswered.map(({ vendor, text }) => (
          <Text key={vendor} size="xs" c="dimmed">
            {text}
          </Text>
        ))}
        <RateByHand />
        <Group gap="md">
          <Checkbox
            label={t.use_cod}
            checked={draft.is_cod}
            disabled={draft.courier === null || (rate !== undefined && !rate.is_cod)}
            onChange={(event) => change({ is_cod: event.currentTarget.checked })}
          />
          {rate !== undefined && rate.insuranceRate > 0 && (
            <Checkbox
              label={t.insurance(formatRupiah(rate.insuranceRate))}
              checked={draft.is_insured}
              onChange={(event) => change({ is_insured: event.currentTarget.checked })}
            />
          )}
        </Group>
      </Stack>
    </Paper>
  );
}

/** The cheapest ones, and always the one that is chosen; all of them by a tap. */
function RateList() {
  const t = useStrings(strings);
  const { draft, change, rates, errors } = useEntry();
  const [is_all, setAll] = useState(false);
  const shown = is_all
    ? rates.all
    : rates.all.filter(({ rate_id }, index) => index < SHOWN_AT_FIRST || rate_id === draft.courier?.id);
  const choose = (id: number) => {
    if (id === draft.courier?.id) return;
    const chosen = rates.all.find(({ rate_id }) => rate_id === id);
    const name = chosen === undefined ? '' : `${chosen.name} ${chosen.rate_name}`;
    change({ courier: { id, name, rate: null }, is_cod: draft.is_cod && chosen?.is_cod !== false });
  };
  return (
    <>
      <Radio.Group
        aria-label={t.courier}
        value={draft.courier === null ? '' : String(draft.courier.id)}
        onChange={(value) => choose(Number(value))}
        error={errors['expedition']}
      >
        <Stack gap={0}>
          {shown.map((row) => (
            <RateRow key={row.rate_id} row={row} />
          ))}
          <CurrentCourier />
          <Radio
            value={String(MANUAL_COURIER)}
            label={t.by_hand}
            py={{ base: 12, sm: 6 }}
            styles={{ body: { alignItems: 'center' } }}
          />
        </Stack>
      </Radio.Group>
      {rates.all.length > SHOWN_AT_FIRST && (
        <Button variant="subtle" size="sm" onClick={() => setAll(!is_all)}>
          {is_all ? t.fewer_couriers : t.all_couriers(rates.all.length)}
        </Button>
      )}
    </>
  );
}

/** The courier of an order that is edited, where the table has no price of it. */
function CurrentCourier() {
  const { draft, rates } = useEntry();
  const { courier } = draft;
  const is_listed = rates.all.some(({ rate_id }) => rate_id === courier?.id);
  if (courier === null || courier.id === MANUAL_COURIER || courier.rate === null || is_listed) return null;
  return (
    <Radio
      value={String(courier.id)}
      py={{ base: 12, sm: 6 }}
      styles={{ body: { alignItems: 'center' } }}
      label={courier.name}
    />
  );
}

function RateRow({ row }: { row: ShippingRate }) {
  const t = useStrings(strings);
  return (
    <Radio
      value={String(row.rate_id)}
      py={{ base: 12, sm: 6 }}
      styles={{ body: { alignItems: 'center' }, labelWrapper: { flex: 1, minWidth: 0 } }}
      label={
        <Group component="span" wrap="nowrap" gap="xs" justify="space-between">
          <span style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            {row.name} {row.rate_name}
            <Text span size="xs" c="dimmed" ml={6}>
              {daysOf(row)} {t.days.toLowerCase()}
              {row.is_estimate && ` · ${t.estimate}`}
            </Text>
          </span>
          <Group component="span" gap="xs" wrap="nowrap">
            <Badge
              component="span"
              variant="light"
              tt="none"
              color={row.is_cod ? 'teal' : 'gray'}
              // Dark enough on its own light ground to be read (4.5 to 1).
              c={`light-dark(color-mix(in srgb, var(--mantine-color-${row.is_cod ? 'teal' : 'gray'}-9), black 45%), var(--mantine-color-${row.is_cod ? 'teal' : 'gray'}-2))`}
              miw="max-content"
            >
              {row.is_cod ? t.cod_yes : t.cod_no}
            </Badge>
            <Money idr={row.finalRate} fw={600} />
          </Group>
        </Group>
      }
    />
  );
}

/** A cost that was agreed otherwise; of a courier that no table has, also its name. */
function RateByHand() {
  const t = useStrings(strings);
  const { draft, change, rate } = useEntry();
  const { courier } = draft;
  if (courier === null) return null;
  return (
    <Group gap="xs" align="flex-end">
      {courier.id === MANUAL_COURIER && (
        <TextInput
          label={t.courier_name}
          value={courier.name}
          maxLength={50}
          onChange={(event) => change({ courier: { ...courier, name: event.currentTarget.value } })}
        />
      )}
      <NumberInput
        label={t.own_rate}
        w={150}
        min={0}
        prefix="Rp"
        thousandSeparator="."
        decimalSeparator=","
        allowDecimal={false}
        allowNegative={false}
        hideControls
        placeholder={rate === undefined ? '' : formatRupiah(rate.finalRate)}
        value={courier.rate ?? ''}
        onChange={(value) => change({ courier: { ...courier, rate: value === '' ? null : Number(value) } })}
      />
    </Group>
  );
}

function SupplierField() {
  const t = useStrings(strings);
  const { given, change } = useEntry();
  const suppliers = useSuppliers().data ?? [];
  if (suppliers.length < 2) return null;
  return (
    <NativeSelect
      aria-label={t.supplier}
      value={String(given.supplier_id ?? '')}
      data={suppliers.map(({ id, name, location }) => ({
        value: String(id),
        label: `${t.supplier}: ${name}${location === '' ? '' : ` (${location})`}`.slice(0, 80),
      }))}
      maw={320}
      onChange={(event) => change({ supplier_id: Number(event.currentTarget.value) })}
    />
  );
}
