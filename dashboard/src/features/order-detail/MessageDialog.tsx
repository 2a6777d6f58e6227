import { Button, Group, Loader, Modal, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { IconBrandWhatsapp, IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { copyText } from '../../ui/copy.ts';
import { useStrings } from '../../ui/language.ts';
import { words } from '../../ui/words.ts';
import { api } from '../session/api.ts';
import { isClosed } from './next-action.ts';
import type { Order } from '../order-record/order-record.ts';
import { strings } from './strings.ts';

/** The message that fits to how far the order is. */
function usualKind(order: Order): string {
  if (isClosed(order)) return 'ORDER_CANCELED';
  if ((order.remaining_amount ?? 0) > 0 && !order.is_cod) return 'REMINDER';
  if (order.shipping_status === 'DELIVERED') return 'ORDER_COMPLETED';
  return order.awb_number === null ? 'ORDER_PROCESSED' : 'ORDER_SHIPPED';
}

/** The same chat with the text as it was changed. */
function chatWith(link: string, text: string): string {
  const url = new URL(link);
  url.searchParams.set('text', text);
  return url.href;
}

/** What the customer is told: chosen, looked at, changed, and sent by a person. */
export function MessageDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const t = useStrings(strings);
  const w = useStrings(words);
  const [kind, setKind] = useState(usualKind(order));
  const [typed, setTyped] = useState<string>();
  const messages = useQuery({
    queryKey: ['orders', 'messages', order.order_id],
    queryFn: async ({ signal }) =>
      (await api.getOrderMessages({ order_id: order.order_id }, { signal })).data,
  });
  const shown = messages.data?.find(({ type }) => type === kind) ?? messages.data?.[0];
  const text = typed ?? shown?.message ?? '';
  return (
    <Modal opened onClose={onClose} title={t.message_title} size="lg">
      <Stack gap="sm">
        {messages.isLoading && <Loader size="sm" aria-label={w.loading} />}
        <ErrorNotice error={messages.error} onRetry={() => void messages.refetch()} />
        {shown !== undefined && (
          <>
            <NativeSelect
              label={t.message_kind}
              value={shown.type}
              data={(messages.data ?? []).map(({ type, title }) => ({ value: type, label: title }))}
              onChange={(event) => {
                setKind(event.currentTarget.value);
                setTyped(undefined);
              }}
            />
            <Textarea
              label={t.message}
              autosize
              minRows={4}
              maxRows={14}
              value={text}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            {shown.link === null && (
              <Text size="sm" c="dimmed">
                {t.no_phone}
              </Text>
            )}
            <Group justify="flex-end" gap="xs">
              <Button
                variant="default"
                leftSection={<IconCopy size={16} />}
                onClick={() => void copyText(text, w.copied)}
              >
                {t.copy_message}
              </Button>
              {shown.link !== null && (
                <Button
                  component="a"
                  href={chatWith(shown.link, text)}
                  target="_blank"
                  rel="noreferrer"
                  leftSection={<IconBrandWhatsapp size={18} />}
                  data-autofocus
                >
                  {t.open_whatsapp}
                </Button>
              )}
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  );
}
