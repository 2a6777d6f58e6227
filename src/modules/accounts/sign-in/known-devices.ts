import { createHmac, timingSafeEqual } from 'node:crypto';
import type { PublicContext } from '../../../kernel/context.ts';
import type { Secret } from '../../../kernel/sealed/index.ts';
import { signingKey } from './signing-key.ts';

export const DEVICE_COOKIE = 'ngorder_device';
/** The longest time for which browsers store a cookie. */
export const DEVICE_DAYS = 400;
/** People who share a device, at most: the last to sign in. */
const PEOPLE = 5;

const ID_BYTES = 12;
const TIME_BYTES = 4;
const MARK_BYTES = ID_BYTES + TIME_BYTES;
const SIGNATURE_BYTES = 16;

/** A mark in the cookie of a device: somebody signed in there. Whose it is, only the signature knows. */
interface Mark {
  text: string;
  id: string;
}

interface Person {
  shop_id: number;
  user_id: number;
}

/**
 * The device that a person has signed in on before, as a bucket for attempts.
 * @param person undefined where there is no such account: the same work, and undefined
 */
export async function findKnownDevice(
  context: PublicContext,
  person: Person | undefined,
): Promise<string | undefined> {
  const mark = await findMark(context, person ?? { shop_id: 0, user_id: 0 });
  return person === undefined || mark === undefined ? undefined : `device:${mark.id}`;
}

/** The new value of the cookie: the mark of this user first, followed by those of others who share the device. */
export async function markDevice(context: PublicContext, person: Person): Promise<string> {
  const old = await findMark(context, person);
  const id = old === undefined ? context.random.bytes(ID_BYTES) : Buffer.from(old.id, 'base64url');
  const time = Buffer.alloc(TIME_BYTES);
  time.writeUInt32BE(Math.floor(context.clock.now().getTime() / 1000));
  const mark = Buffer.concat([id, time]);
  const text = Buffer.concat([mark, sign(await signingKey(context, 'device'), mark, person)]).toString(
    'base64url',
  );
  const others = marksOf(context).filter((other) => other !== old?.text);
  return [text, ...others].slice(0, PEOPLE).join('.');
}

async function findMark(context: PublicContext, person: Person): Promise<Mark | undefined> {
  const key = await signingKey(context, 'device');
  const now_s = context.clock.now().getTime() / 1000;
  let found: Mark | undefined;
  for (const text of marksOf(context)) {
    const bytes = Buffer.from(text, 'base64url');
    if (bytes.length !== MARK_BYTES + SIGNATURE_BYTES) continue;
    const mark = bytes.subarray(0, MARK_BYTES);
    const is_theirs = timingSafeEqual(bytes.subarray(MARK_BYTES), sign(key, mark, person));
    const age_s = now_s - mark.readUInt32BE(ID_BYTES);
    if (is_theirs && age_s < DEVICE_DAYS * 86_400)
      found ??= { text, id: mark.subarray(0, ID_BYTES).toString('base64url') };
  }
  return found;
}

function marksOf(context: PublicContext): string[] {
  const value = context.cookies?.[DEVICE_COOKIE] ?? '';
  return value.split('.', PEOPLE).filter((text) => text !== '');
}

function sign(key: Secret, mark: Buffer, { shop_id, user_id }: Person): Buffer {
  return createHmac('sha256', key.reveal())
    .update(JSON.stringify([shop_id, user_id]))
    .update(mark)
    .digest()
    .subarray(0, SIGNATURE_BYTES);
}
