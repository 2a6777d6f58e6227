import { Badge, Tabs } from '@mantine/core';
import { formatNumber } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { words } from '../../ui/words.ts';
import { useStepCounts } from './step-orders.ts';
import { strings } from './strings.ts';

interface StepTabsProps {
  shown: string;
  onChange: (step: string) => void;
}

/** The way of a parcel out of the house, and back. */
export function StepTabs({ shown, onChange }: StepTabsProps) {
  const t = useStrings(strings);
  const w = useStrings(words);
  const counts = useStepCounts();
  return (
    <Tabs value={shown} onChange={(step) => step !== null && onChange(step)}>
      <Tabs.List style={{ flexWrap: 'nowrap', overflowX: 'auto', overflowY: 'hidden' }} aria-label={t.steps}>
        {counts.map(({ step, count, is_exact }) => (
          <Tabs.Tab
            key={step}
            value={step}
            style={{ flexShrink: 0 }}
            rightSection={
              count > 0 && (
                <Badge size="sm" variant="default">
                  {is_exact ? formatNumber(count) : w.at_least(formatNumber(count))}
                </Badge>
              )
            }
          >
            {t[step]}
          </Tabs.Tab>
        ))}
        <Tabs.Tab value="RETURNS" style={{ flexShrink: 0 }}>
          {t.returns}
        </Tabs.Tab>
      </Tabs.List>
    </Tabs>
  );
}
