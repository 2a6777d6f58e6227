import { Button, Group, Paper, SegmentedControl, Select, SimpleGrid, Stack } from '@mantine/core';
import { formatRupiah } from '../../../ui/format.ts';
import { useStrings } from '../../../ui/language.ts';
import { NumberField } from '../NumberField.tsx';
import { isWhole, ROUNDED_TO, usePriceChoices, type ChosenRule, type PriceField } from './price-rule.ts';
import { priceStrings } from './price-strings.ts';

interface RuleFormProps {
  rule: ChosenRule;
  onChange: (changes: Partial<ChosenRule>) => void;
  is_busy: boolean;
  onPreview: () => void;
}

const SELF = 'self';

/** Which price becomes what. */
export function RuleForm({ rule, onChange, is_busy, onPreview }: RuleFormProps) {
  const t = useStrings(priceStrings);
  const choices = usePriceChoices();
  const isPrice = (value: string | null): value is PriceField =>
    choices.some((choice) => choice.value === value);
  const is_set = rule.change === 'SET';
  return (
    <Paper
      withBorder
      p="md"
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole(rule)) onPreview();
      }}
    >
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <Select
            label={t.field}
            allowDeselect={false}
            data={choices}
            value={rule.field}
            onChange={(value) => isPrice(value) && onChange({ field: value })}
          />
          <Select
            label={t.base}
            allowDeselect={false}
            data={[{ value: SELF, label: is_set ? t.base_none : t.base_self }, ...choices]}
            value={rule.base ?? SELF}
            onChange={(value) => onChange({ base: isPrice(value) ? value : null })}
          />
        </SimpleGrid>
        <SegmentedControl
          aria-label={t.change}
          data={(['RAISE', 'LOWER', 'SET'] as const).map((value) => ({ value, label: t[value] }))}
          value={rule.change}
          onChange={(change) => onChange({ change })}
        />
        {!(is_set && rule.base !== null) && <Amount rule={rule} onChange={onChange} />}
        <Rounding rule={rule} onChange={onChange} />
        <Group justify="flex-end">
          <Button type="submit" loading={is_busy} disabled={!isWhole(rule)}>
            {t.preview}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

type RulePart = Pick<RuleFormProps, 'rule' | 'onChange'>;

function Amount({ rule, onChange }: RulePart) {
  const t = useStrings(priceStrings);
  return (
    <Group grow align="flex-end" preventGrowOverflow={false}>
      <NumberField
        label={t.amount}
        autoFocus
        value={rule.amount}
        onChange={(amount) => onChange({ amount })}
      />
      {rule.change !== 'SET' && (
        <SegmentedControl
          aria-label={t.unit}
          data={(['PERCENT', 'RUPIAH'] as const).map((value) => ({ value, label: t[value] }))}
          value={rule.unit}
          onChange={(unit) => onChange({ unit })}
        />
      )}
    </Group>
  );
}

function Rounding({ rule, onChange }: RulePart) {
  const t = useStrings(priceStrings);
  if (rule.change === 'SET' && rule.base === null) return null;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <Select
        label={t.round_to}
        allowDeselect={false}
        data={ROUNDED_TO.map((value) => ({
          value,
          label: value === '1' ? t.no_rounding : formatRupiah(Number(value)),
        }))}
        value={rule.round_to}
        onChange={(round_to) => round_to !== null && onChange({ round_to })}
      />
      <Select
        label={t.rounding}
        allowDeselect={false}
        disabled={rule.round_to === '1'}
        data={(['NEAREST', 'UP', 'DOWN'] as const).map((value) => ({ value, label: t[value] }))}
        value={rule.rounding}
        onChange={(value) => {
          if (value === 'NEAREST' || value === 'UP' || value === 'DOWN') onChange({ rounding: value });
        }}
      />
    </SimpleGrid>
  );
}
