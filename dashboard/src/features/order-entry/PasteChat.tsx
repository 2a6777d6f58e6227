import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../ui/command.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useStrings } from '../../ui/language.ts';
import { api } from '../session/api.ts';
import { useEntry } from './entry.ts';
import { ReadGoods } from './ReadGoods.tsx';
import { ReadPerson } from './ReadPerson.tsx';
import { draftOf, readingOf, type Parsed, type Reading } from './reading.ts';
import { strings } from './strings.ts';

/** Reads an order from a chat; it goes into the form only after a look. */
export function PasteChat({ is_open, onClose }: { is_open: boolean; onClose: () => void }) {
  const t = useStrings(strings);
  // What was pasted is still there when the dialog is opened again.
  const [text, setText] = useState('');
  const [read, setRead] = useState<{ parsed: Parsed; reading: Reading } | null>(null);
  const parse = useCommand(
    async (chat: string, idempotency_key) =>
      (await api.parseOrderText({ text: chat }, { idempotency_key })).data,
    {
      onDone: (parsed) => setRead({ parsed, reading: readingOf(parsed) }),
      onError: () => undefined,
    },
  );
  const done = () => {
    setText('');
    setRead(null);
    onClose();
  };
  return (
    <Modal opened={is_open} onClose={onClose} title={read === null ? t.paste : t.read_title} size="xl">
      {read === null ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') parse.mutate(text);
          }}
        >
          <Stack>
            <Textarea
              label={t.chat}
              description={t.chat_hint}
              data-autofocus
              autosize
              minRows={8}
              maxRows={18}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
                event.preventDefault();
                event.stopPropagation();
                if (text.trim() !== '') parse.mutate(text);
              }}
            />
            <ErrorNotice error={parse.error} />
            <Button type="submit" loading={parse.isPending}>
              {t.read}
            </Button>
          </Stack>
        </form>
      ) : (
        <WhatWasRead
          text={text}
          {...read}
          onChange={(reading) => setRead({ parsed: read.parsed, reading })}
          onAgain={() => setRead(null)}
          onDone={done}
        />
      )}
    </Modal>
  );
}

interface WhatWasReadProps {
  text: string;
  parsed: Parsed;
  reading: Reading;
  onChange: (reading: Reading) => void;
  onAgain: () => void;
  onDone: () => void;
}

function WhatWasRead({ text, parsed, reading, onChange, onAgain, onDone }: WhatWasReadProps) {
  const t = useStrings(strings);
  const { change } = useEntry();
  const fill = useCommand((looked_at: Reading) => draftOf(parsed, looked_at), {
    onDone: (draft) => {
      change(draft);
      onDone();
    },
    onError: () => undefined,
  });
  const shown = { text, parsed, reading, onChange };
  return (
    <Stack>
      {parsed.has_more_receivers && <Alert color="orange">{t.more_receivers}</Alert>}
      <ReadPerson {...shown} />
      <ReadGoods {...shown} />
      {parsed.unread.length > 0 && (
        <Alert color="orange" title={t.unread}>
          {parsed.unread.map((line) => (
            <Text key={line.line} size="sm" style={{ overflowWrap: 'anywhere' }}>
              {line.text}
            </Text>
          ))}
        </Alert>
      )}
      <ErrorNotice error={fill.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onAgain}>
          {t.read_again}
        </Button>
        <Button onClick={() => fill.mutate(reading)} loading={fill.isPending} autoFocus>
          {t.fill}
        </Button>
      </Group>
    </Stack>
  );
}
