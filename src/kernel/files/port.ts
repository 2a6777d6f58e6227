import type { Readable } from 'node:stream';

/** Address under which the server serves the files that it keeps itself. */
export const LOCAL_FILES_PATH = '/files/';

/** Where uploaded files live. Names are made by us, never taken from the caller. */
export interface FileStore {
  /**
   * Keeps a file under a name that is never used again, so that it can be cached for ever.
   * @param name path of letters, digits, `-`, `_`, `.` and `/`, as `7/logo/logo-1f3a.webp`
   * @returns its address
   */
  put(name: string, bytes: Buffer, content_type: string): Promise<string>;
  /** Where clients find the file of a name: absolute, or beginning with `/` where this server serves it. */
  address(name: string): string;
  /** Removes a file; one that is not there counts as removed. */
  remove(name: string): Promise<void>;
}

/** Where files live that only we may hand out, as downloads. Names are made by us. */
export interface PrivateFiles {
  /** Keeps what a file on this machine holds. */
  store(name: string, path: string): Promise<void>;
  /** What a kept file holds; undefined where there is none. */
  read(name: string): Promise<Readable | undefined>;
  /** Removes a file; one that is not there counts as removed. */
  remove(name: string): Promise<void>;
}

/** No part begins with a dot, so that no name leaves its folder and none is hidden. */
const NAME = /^(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)*[A-Za-z0-9_-][A-Za-z0-9._-]*$/;
const NAME_MOST = 200;

/** Whether a file of a store can have this name. */
export function isFileName(name: string): boolean {
  return name.length <= NAME_MOST && NAME.test(name);
}

/** @throws RangeError for a name that a store must not touch: a mistake in our code, never the caller's. */
export function checkFileName(name: string): void {
  if (!isFileName(name)) throw new RangeError(`not a file name: ${JSON.stringify(name)}`);
}

/** An address on this server without its host, so that it holds under the next host too; others as they are. */
export function relativeAddress(base_url: string, address: string): string {
  return address.startsWith(base_url + LOCAL_FILES_PATH) ? address.slice(base_url.length) : address;
}

/** The address of a stored file as a client needs it: with scheme and host also where we serve it ourselves. */
export function absoluteAddress(base_url: string, address: string): string {
  return address.startsWith('/') ? base_url + address : address;
}
