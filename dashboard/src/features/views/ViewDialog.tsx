import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '../../ui/command.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useStrings } from '../../ui/language.ts';
import { tell } from '../../ui/notice.tsx';
import { words } from '../../ui/words.ts';
import { api } from '../session/api.ts';
import { useMay } from '../session/session.ts';
import type { SavedView, ViewedList } from './saved-view.ts';
import { strings } from './strings.ts';

interface ViewDialogProps {
  list: ViewedList;
  /** undefined: a new one. */
  view: SavedView | undefined;
  /** What the list shows now. */
  query: string;
  onClose: () => void;
  onSaved: (view: SavedView) => void;
}

function useViewCommands({ list, view, onClose, onSaved }: Omit<ViewDialogProps, 'query'>) {
  const t = useStrings(strings);
  const client = useQueryClient();
  const done = (text: string) => {
    void client.invalidateQueries({ queryKey: ['views', list] });
    tell(text);
    onClose();
  };
  const save = useCommand(
    (input: { title: string; is_shared: boolean; query?: string }, idempotency_key) =>
      view === undefined
        ? api.createView({ list, ...input }, { idempotency_key })
        : api.updateView({ id: view.id, ...input }, { idempotency_key }),
    {
      onDone: ({ data }) => {
        done(t.saved);
        onSaved(data);
      },
      onError: () => undefined,
    },
  );
  const remove = useCommand((id: number, idempotency_key) => api.deleteView({ id }, { idempotency_key }), {
    onDone: () => done(t.deleted),
    onError: () => undefined,
  });
  return { save, remove };
}

/** Saves a view under a name, for oneself or for the shop; or changes or deletes one. */
export default function ViewDialog({ list, view, query, onClose, onSaved }: ViewDialogProps) {
  const t = useStrings(strings);
  const w = useStrings(words);
  const may = useMay();
  const [title, setTitle] = useState(view?.title ?? '');
  const [is_shared, setShared] = useState(view?.is_shared ?? false);
  const [is_current, setCurrent] = useState(true);
  const { save, remove } = useViewCommands({ list, view, onClose, onSaved });
  return (
    <Modal opened onClose={onClose} title={view === undefined ? t.save : t.change}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ title, is_shared, ...(is_current && { query }) });
        }}
      >
        <Stack>
          <TextInput
            label={t.title}
            value={title}
            required
            maxLength={100}
            data-autofocus
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          {may('views.share') && (
            <Checkbox
              label={t.share}
              checked={is_shared}
              onChange={(event) => setShared(event.currentTarget.checked)}
            />
          )}
          {view !== undefined && (
            <Checkbox
              label={t.use_current}
              checked={is_current}
              onChange={(event) => setCurrent(event.currentTarget.checked)}
            />
          )}
          <ErrorNotice error={save.error ?? remove.error} />
          <Group justify="space-between">
            {view === undefined ? (
              <span />
            ) : (
              <Button
                variant="subtle"
                color="red"
                loading={remove.isPending}
                onClick={() => remove.mutate(view.id)}
              >
                {w.remove}
              </Button>
            )}
            <Button type="submit" loading={save.isPending}>
              {w.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
