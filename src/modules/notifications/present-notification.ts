import type { z } from 'zod';
import { isoWithZone, timeAgo } from '../../kernel/calendar.ts';
import type { Context } from '../../kernel/context.ts';
import { KINDS, type Kind } from './kinds.ts';
import { KIND_TEXTS, type Details } from './kind-texts.ts';
import type { NotificationItem } from './schemas.ts';
import { htmlOf, plainOf, sentence, strong, type Sentence } from './sentence.ts';

/** What presenting takes of a request, or of a device that something is pushed to. */
export type Beholder = Pick<Context, 'language' | 'base_url' | 'clock' | 'shop'>;

export type Presented = z.input<typeof NotificationItem>;

export interface NotificationRow {
  number: number;
  id: string;
  kind: string;
  details: unknown;
  created_at: Date;
  is_read: boolean;
}

/** Columns of `NotificationRow`, of `notifications as n`, without `is_read`. */
export const NOTIFICATION_COLUMNS = ['n.number', 'n.id', 'n.kind', 'n.details', 'n.created_at'] as const;

/** A notification of what happened in the shop, in the language of the reader. */
export function presentNotification(row: NotificationRow, beholder: Beholder): Presented {
  const kind = row.kind as Kind;
  const details = row.details as Details;
  const { language } = beholder;
  const { target, icon } = KINDS[kind];
  const { title, content } = KIND_TEXTS[kind];
  const data_id = details.data_id ?? 0;
  return {
    ...common(row, beholder, row.created_at),
    type: 'ACTIVITY',
    title: (typeof title === 'function' ? title(details) : title)[language],
    content: htmlOf(content[language](details)),
    body: plainOf(content[language](details)),
    icon: iconUrl(icon === 'storefront' && details.platform === 'PRIVOR' ? 'privor' : icon, beholder),
    web_path: `${target.web_path}/${data_id}`,
    action: { data_id, type: target.type, api_path: target.api_path },
  };
}

export interface NewsRow {
  number: number;
  id: string;
  title: unknown;
  content: unknown;
  web_path: string | null;
  published_at: Date;
  is_read: boolean;
}

/** News of the platform. What stands between two pairs of asterisks stands out. */
export function presentNews(row: NewsRow, beholder: Beholder): Presented {
  const { language } = beholder;
  const content = emphasised((row.content as Record<string, string>)[language] ?? '');
  return {
    ...common(row, beholder, row.published_at),
    type: 'NEWS',
    title: (row.title as Record<string, string>)[language] ?? '',
    content: htmlOf(content),
    body: plainOf(content),
    icon: iconUrl('news', beholder),
    web_path: row.web_path,
    action: null,
  };
}

function common(
  { id, is_read }: { id: string; is_read: boolean },
  { clock, language, shop }: Beholder,
  moment: Date,
) {
  return {
    id,
    is_read,
    time_ago: timeAgo(moment, clock.now(), language),
    created_at: isoWithZone(moment, shop.time_zone),
  };
}

function emphasised(text: string): Sentence {
  return text.split('**').flatMap((part, index) => (index % 2 === 0 ? [part] : sentence`${strong(part)}`));
}

function iconUrl(icon: string, { base_url }: Beholder): string {
  return `${base_url}/assets/notification/${icon}.svg`;
}
