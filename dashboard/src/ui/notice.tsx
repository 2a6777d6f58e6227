import { Anchor, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { explain } from './explain.ts';
import { currentLanguage } from './language.ts';
import { words } from './words.ts';

const UNDO_MS = 10_000;

/** Says in a corner that something is done; for as long as it can be undone, with a button that does. */
export function tell(message: string, undo?: () => void): void {
  const id = notifications.show({
    color: 'teal',
    closeButtonProps: { 'aria-label': words[currentLanguage()].close },
    autoClose: undo === undefined ? 4_000 : UNDO_MS,
    message:
      undo === undefined ? (
        message
      ) : (
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">{message}</Text>
          <Anchor
            component="button"
            size="sm"
            fw={600}
            onClick={() => {
              notifications.hide(id);
              undo();
            }}
          >
            {words[currentLanguage()].undo}
          </Anchor>
        </Group>
      ),
  });
}

/** Says in a corner what did not work. */
export function tellError(error: unknown): void {
  const { message, request_id } = explain(error);
  notifications.show({
    color: 'red',
    closeButtonProps: { 'aria-label': words[currentLanguage()].close },
    autoClose: 12_000,
    message: request_id === '' ? message : `${message} (${words[currentLanguage()].request_id(request_id)})`,
  });
}
