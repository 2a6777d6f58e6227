import type { Context, Services } from '../../../kernel/context.ts';
import { takeTurns } from '../../../kernel/slices.ts';
import { notificationLimits } from '../limits.ts';
import { presentNews, presentNotification, type Beholder, type Presented } from '../present-notification.ts';
import { activityFor, newsAfter, type ActivityForUsers } from './find-news.ts';
import { idOfPosition, type StreamClient, type StreamFacts } from './stream-client.ts';

type Server = Pick<Services, 'db' | 'clock'>;

/** Sends each client of a shop what is new to it up to a number: in one statement for all of them. */
export async function sendActivity(
  services: Server,
  shop: Context['shop'],
  clients: ReadonlySet<StreamClient>,
  to: number,
): Promise<void> {
  const behind = notTooFarBehind(clients, 'activity', to);
  if (behind.length === 0) return;
  const after = Math.min(...behind.map(({ facts }) => facts.position.activity));
  const user_ids = [...new Set(behind.map(({ facts }) => facts.user_id))];
  const rows = await activityFor(services, shop.id, user_ids, { after, to });
  const present = presenter<ActivityForUsers>(services, shop, presentNotification);
  await sendRows(behind, 'activity', rows, {
    to,
    present,
    isFor: ({ user_ids: allowed }, { user_id }) => allowed.includes(user_id),
  });
}

/** The same of news of the platform, which all may see. */
export async function sendNews(
  services: Server,
  shop: Context['shop'],
  clients: ReadonlySet<StreamClient>,
  to: number,
): Promise<void> {
  const behind = notTooFarBehind(clients, 'news', to);
  if (behind.length === 0) return;
  const after = Math.min(...behind.map(({ facts }) => facts.position.news));
  const rows = await newsAfter(services, { after, to });
  await sendRows(behind, 'news', rows, {
    to,
    present: presenter(services, shop, presentNews),
    isFor: () => true,
  });
}

type Feed = 'activity' | 'news';

/** Who has missed too many is told to load the list anew, and goes on from here. */
function notTooFarBehind(clients: ReadonlySet<StreamClient>, feed: Feed, to: number): StreamClient[] {
  const behind = [...clients].filter(({ facts }) => facts.position[feed] < to);
  return behind.filter((client) => {
    const { position } = client.facts;
    if (to - position[feed] <= notificationLimits.stream_catch_up) return true;
    position[feed] = to;
    client.send(`id: ${idOfPosition(position)}\nevent: missed\ndata: {}\n\n`);
    return false;
  });
}

interface Sending<Row> {
  to: number;
  present: (row: Row, facts: StreamFacts) => string;
  isFor: (row: Row, facts: StreamFacts) => boolean;
}

async function sendRows<Row extends { number: number }>(
  clients: readonly StreamClient[],
  feed: Feed,
  rows: readonly Row[],
  { to, present, isFor }: Sending<Row>,
): Promise<void> {
  for (const client of clients) {
    const { facts } = client;
    const { position } = facts;
    let text = '';
    for (const row of rows) {
      if (row.number <= position[feed] || !isFor(row, facts)) continue;
      const id = idOfPosition({ ...position, [feed]: row.number });
      text += `id: ${id}\nevent: notification\ndata: ${present(row, facts)}\n\n`;
    }
    position[feed] = to;
    if (text !== '') client.send(text);
    await takeTurns();
  }
}

/** Presents each row once for all clients that read it in the same language at the same address. */
function presenter<Row extends object>(
  { clock }: Server,
  shop: Context['shop'],
  present: (row: Row, beholder: Beholder) => Presented,
): (row: Row, facts: StreamFacts) => string {
  const known = new Map<Row, Map<string, string>>();
  return (row, { language, base_url }) => {
    const of_row = known.get(row) ?? new Map<string, string>();
    known.set(row, of_row);
    const key = `${language} ${base_url}`;
    const made = of_row.get(key);
    if (made !== undefined) return made;
    const beholder = { language, base_url, clock, shop };
    const text = JSON.stringify(present(row, beholder));
    of_row.set(key, text);
    return text;
  };
}
