import { Button, Center, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconDownload, IconExternalLink, IconPrinter } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { ErrorNotice } from '../ErrorNotice.tsx';
import { useStrings } from '../language.ts';
import { words } from '../words.ts';
import classes from './print.module.css';
import { printWords } from './print-words.ts';

/** A document as the server made it. */
export interface MadeDocument {
  name: string;
  content: Blob;
}

interface PrintDialogProps {
  title: string;
  /** Left out while it is made. */
  made: MadeDocument | undefined;
  error: unknown;
  onRetry: () => void;
  onClose: () => void;
  /** Choices above the document: its size, which part of it. */
  children?: ReactNode;
}

/** Shows a document just as it is printed, to print, keep or open it. */
export function PrintDialog({ title, made, error, onRetry, onClose, children }: PrintDialogProps) {
  const w = useStrings(words);
  const is_phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const url = useAddressOf(made?.content);
  return (
    <Modal opened onClose={onClose} title={title} size="xl" fullScreen={is_phone}>
      <Stack gap="sm">
        {children}
        <ErrorNotice error={error} onRetry={onRetry} />
        {made !== undefined && url !== undefined && <Shown made={made} url={url} />}
        {url === undefined && error === null && (
          <Center h={160}>
            <Loader role="status" aria-label={w.loading} />
          </Center>
        )}
      </Stack>
    </Modal>
  );
}

function Shown({ made, url }: { made: MadeDocument; url: string }) {
  const t = useStrings(printWords);
  const w = useStrings(words);
  const frame = useRef<HTMLIFrameElement>(null);
  const print = () => {
    try {
      frame.current?.contentWindow?.print();
    } catch {
      // A browser that keeps its viewer apart: there it has a button of its own.
      globalThis.open(url, '_blank');
    }
  };
  // Browsers of phones show no PDF within a page.
  const is_shown = navigator.pdfViewerEnabled;
  return (
    <>
      <Group gap="xs">
        {is_shown && (
          <Button leftSection={<IconPrinter size={18} />} onClick={print} data-autofocus>
            {w.print}
          </Button>
        )}
        <Button
          component="a"
          href={url}
          target="_blank"
          variant={is_shown ? 'default' : 'filled'}
          leftSection={<IconExternalLink size={18} />}
        >
          {t.open}
        </Button>
        <Button
          component="a"
          href={url}
          download={made.name}
          variant="default"
          leftSection={<IconDownload size={18} />}
        >
          {t.keep}
        </Button>
      </Group>
      {is_shown ? (
        // eslint-disable-next-line react/iframe-missing-sandbox -- a viewer is not opened in one; the server made what it shows
        <iframe ref={frame} src={`${url}#navpanes=0`} title={made.name} className={classes['paper']} />
      ) : (
        <Text size="sm">{t.open_to_print}</Text>
      )}
    </>
  );
}

const KEPT_MS = 60_000;

/** An address of this page for what is in memory; for a while also for a window that was opened with it. */
function useAddressOf(content: Blob | undefined): string | undefined {
  const url = useMemo(() => content && URL.createObjectURL(content), [content]);
  useEffect(
    () => () => {
      if (url !== undefined) setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
    },
    [url],
  );
  return url;
}
