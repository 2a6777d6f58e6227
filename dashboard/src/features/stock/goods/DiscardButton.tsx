import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { formatNumber } from '../../../ui/format.ts';
import { useStrings } from '../../../ui/language.ts';
import { words } from '../../../ui/words.ts';
import { goodsStrings } from './goods-strings.ts';

/** Throws away what was entered, after it was asked. */
export function DiscardButton({ count, onDiscard }: { count: number; onDiscard: () => void }) {
  const t = useStrings(goodsStrings);
  const w = useStrings(words);
  const [is_open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t.discard}
      </Button>
      <Modal opened={is_open} onClose={() => setOpen(false)} title={t.discard_title}>
        <Stack>
          <Text size="sm">{t.discard_text(formatNumber(count))}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setOpen(false)} data-autofocus>
              {w.cancel}
            </Button>
            <Button
              color="red"
              onClick={() => {
                setOpen(false);
                onDiscard();
              }}
            >
              {t.discard}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
