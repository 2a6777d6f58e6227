import { Text } from '@mantine/core';
import { useStrings } from '../../ui/language.ts';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import { strings } from './strings.ts';

const RELIABLE = 0.8;
const TO_CHECK = 0.5;

/** How sure a value is, and from which words it was read. */
export function Certainty({ confidence, words }: { confidence: number; words: string }) {
  const t = useStrings(strings);
  const badge =
    confidence >= RELIABLE ? (
      <StatusBadge tone="done">{t.sure}</StatusBadge>
    ) : confidence >= TO_CHECK ? (
      <StatusBadge tone="partly">{t.check}</StatusBadge>
    ) : (
      <StatusBadge tone="quiet">{t.not_read}</StatusBadge>
    );
  return (
    <Text component="span" size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
      {badge} {words !== '' && t.from_words(words.slice(0, 160))}
    </Text>
  );
}
