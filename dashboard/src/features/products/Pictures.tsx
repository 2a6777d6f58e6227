import {
  ActionIcon,
  Badge,
  Button,
  FileButton,
  Group,
  Paper,
  Select,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconPhotoPlus, IconTrash } from '@tabler/icons-react';
import { useState, type ClipboardEvent, type DragEvent } from 'react';
import { useStrings } from '../../ui/language.ts';
import { tellError } from '../../ui/notice.tsx';
import { api } from '../session/api.ts';
import { MOST_PICTURES, rowName, type Draft, type DraftPicture } from './draft.ts';
import type { EditorPart } from './editor-part.ts';
import classes from './Pictures.module.css';
import { strings } from './strings.ts';

const ALL = 'all';
const ACCEPTED = 'image/png,image/jpeg,image/webp,image/gif';

const urlsOf = (images: readonly DraftPicture[]) => images.map(({ url }) => url).join(' ');

/** Pictures of all variations at once, or of one. */
export function Pictures({ draft, change, faults }: EditorPart) {
  const t = useStrings(strings);
  const [first] = draft.rows;
  const are_same = draft.rows.every(({ images }) => urlsOf(images) === urlsOf(first?.images ?? []));
  const [chosen, setChosen] = useState<string>();
  const of = chosen ?? (are_same ? ALL : (first?.key ?? ALL));
  const row = draft.rows.find(({ key }) => key === of) ?? first;
  const images = row?.images ?? [];
  const set = (next: (before: readonly DraftPicture[]) => readonly DraftPicture[]) =>
    change((before) => withPictures(before, of, next));
  const upload = useUpload(images.length, (picture) => set((before) => [...before, picture]));
  const fault = Object.entries(faults).find(([name]) => /\.images(\.|$)/.test(name))?.[1];
  const take = (event: DragEvent | ClipboardEvent, data: DataTransfer) => {
    const files = [...data.files].filter(({ type }) => type.startsWith('image/'));
    if (files.length === 0) return;
    event.preventDefault();
    upload.add(files);
  };
  return (
    <Paper
      withBorder
      p="md"
      className={classes['drop'] ?? ''}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => take(event, event.dataTransfer)}
      onPaste={(event) => take(event, event.clipboardData)}
    >
      <Stack gap="sm">
        <PicturesHead draft={draft} of={of} onChoose={setChosen} />
        <PictureList images={images} onChange={set} />
        <AddPictures upload={upload} is_full={images.length >= MOST_PICTURES} />
        {(upload.is_too_many || fault !== undefined) && (
          <Text size="sm" c="red" role="alert">
            {fault ?? t.too_many_pictures}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

function PicturesHead({
  draft: { rows },
  of,
  onChoose,
}: {
  draft: Draft;
  of: string;
  onChoose: (key: string) => void;
}) {
  const t = useStrings(strings);
  return (
    <Group justify="space-between">
      <Title order={2} size="h5">
        {t.pictures}
      </Title>
      {rows.length > 1 && (
        <Select
          aria-label={t.pictures_of}
          allowDeselect={false}
          data={[
            { value: ALL, label: t.every_variation },
            ...rows.map((row, index) => ({ value: row.key, label: rowName(row) || t.row(index + 1) })),
          ]}
          value={of}
          onChange={(key) => key !== null && onChoose(key)}
        />
      )}
    </Group>
  );
}

function AddPictures({ upload, is_full }: { upload: ReturnType<typeof useUpload>; is_full: boolean }) {
  const t = useStrings(strings);
  return (
    <Group gap="xs">
      <FileButton multiple accept={ACCEPTED} onChange={upload.add}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            leftSection={<IconPhotoPlus size={16} />}
            loading={upload.waiting > 0}
            disabled={is_full}
          >
            {t.add_pictures}
          </Button>
        )}
      </FileButton>
      <Text size="xs" c="dimmed" flex={1} miw={200} aria-live="polite">
        {upload.waiting > 0 ? t.uploading(upload.waiting) : t.drop_here}
      </Text>
    </Group>
  );
}

function withPictures(
  draft: Draft,
  of: string,
  next: (before: readonly DraftPicture[]) => readonly DraftPicture[],
): Partial<Draft> {
  const shared = next(draft.rows[0]?.images ?? []).slice(0, MOST_PICTURES);
  return {
    rows: draft.rows.map((row) => {
      if (of === ALL) return { ...row, images: shared };
      if (row.key !== of) return row;
      return { ...row, images: next(row.images).slice(0, MOST_PICTURES) };
    }),
  };
}

/** One after the other, as they were chosen; what does not get through is told, and the others go on. */
function useUpload(having: number, onStored: (picture: DraftPicture) => void) {
  const [waiting, setWaiting] = useState(0);
  const [is_too_many, setTooMany] = useState(false);
  const add = async (files: File[]) => {
    const taken = files.slice(0, MOST_PICTURES - having);
    setTooMany(taken.length < files.length);
    setWaiting(taken.length);
    for (const image of taken) {
      try {
        const { data } = await api.uploadProductImage({ image });
        onStored({ url: data.url, thumbnail: data.thumbnail_url });
      } catch (error) {
        tellError(error);
      }
      setWaiting((count) => count - 1);
    }
  };
  return { add: (files: File[]) => void add(files), waiting, is_too_many };
}

interface PictureListProps {
  images: readonly DraftPicture[];
  onChange: (next: (before: readonly DraftPicture[]) => readonly DraftPicture[]) => void;
}

function moved(images: readonly DraftPicture[], from: number, to: number): readonly DraftPicture[] {
  const picture = images[from];
  if (picture === undefined || to < 0 || to >= images.length) return images;
  const rest = images.filter((_, index) => index !== from);
  return [...rest.slice(0, to), picture, ...rest.slice(to)];
}

/** In their order; dragged to another place, or moved by buttons. */
function PictureList({ images, onChange }: PictureListProps) {
  const t = useStrings(strings);
  const [dragged, setDragged] = useState<number>();
  if (images.length === 0) return null;
  return (
    <ol className={classes['pictures']}>
      {images.map(({ url, thumbnail }, place) => (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- by keys the buttons below move it
        <li
          key={url}
          draggable
          className={classes['picture']}
          onDragStart={() => setDragged(place)}
          onDragEnd={() => setDragged(undefined)}
          onDrop={() => dragged !== undefined && onChange((before) => moved(before, dragged, place))}
        >
          <img src={thumbnail} alt={t.picture(place + 1)} width={112} height={112} />
          {place === 0 && (
            <Badge size="xs" className={classes['main'] ?? ''}>
              {t.main_picture}
            </Badge>
          )}
          <Group gap={0} justify="center" wrap="nowrap">
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              disabled={place === 0}
              aria-label={t.move_left(place + 1)}
              onClick={() => onChange((before) => moved(before, place, place - 1))}
            >
              <IconArrowLeft size={16} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t.remove_picture(place + 1)}
              onClick={() => onChange((before) => before.filter((_, index) => index !== place))}
            >
              <IconTrash size={16} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              disabled={place === images.length - 1}
              aria-label={t.move_right(place + 1)}
              onClick={() => onChange((before) => moved(before, place, place + 1))}
            >
              <IconArrowRight size={16} />
            </ActionIcon>
          </Group>
        </li>
      ))}
    </ol>
  );
}
