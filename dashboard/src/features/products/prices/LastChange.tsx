import { Alert, Button, Group, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { useLanguage, useStrings } from '../../../ui/language.ts';
import { tell } from '../../../ui/notice.tsx';
import { usePriceChoices } from './price-rule.ts';
import { useLastChange, usePriceRun } from './price-run.ts';
import { priceStrings } from './price-strings.ts';

/** The change that was made last, which can be put back: at once, or when one has come back later. */
export function LastChange() {
  const t = useStrings(priceStrings);
  const language = useLanguage();
  const choices = usePriceChoices();
  const { last, keep } = useLastChange();
  const { command } = usePriceRun(
    ({ changed }) => {
      tell(t.put_back_done(formatNumber(changed.length)));
      keep({ field: '', at: '', prices: [] });
    },
    { is_kept: false },
  );
  const field = choices.find(({ value }) => value === last.field)?.value;
  if (last.prices.length === 0 || field === undefined) return null;
  const moment = new Date(last.at).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Alert color="blue">
      <Group justify="space-between" gap="xs">
        <div>
          <Text size="sm">{t.last(formatNumber(last.prices.length), moment)}</Text>
          <Text size="xs">{t.put_back_hint}</Text>
        </div>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconArrowBackUp size={14} />}
          loading={command.isPending}
          onClick={() =>
            command.mutate({
              field,
              prices: last.prices.map(({ variation_id, from, to }) => ({ variation_id, from: to, to: from })),
            })
          }
        >
          {t.put_back}
        </Button>
      </Group>
      <ErrorNotice error={command.error} />
    </Alert>
  );
}
