import type { Readable } from 'node:stream';

/** Path under which the server serves the files that it stores itself. */
export const LOCAL_FILES_PATH = '/files/';

/** Storage of uploaded files. Their names are generated, never taken from the client. */
export interface FileStore {
  /**
   * Stores a file under a name that is never used again, so that it can be cached forever.
   * @param name path of letters, digits, `-`, `_`, `.` and `/`, for example `7/logo/logo-1f3a.webp`
   * @returns its address
   */
  put(name: string, bytes: Buffer, content_type: string): Promise<string>;
  /** The content of a stored file; undefined if there is none. */
  read(name: string): Promise<Readable | undefined>;
  /** The address of the file with this name: absolute, or beginning with `/` if this server serves it. */
  address(name: string): string;
  /** Removes a file. One that does not exist counts as removed. */
  remove(name: string): Promise<void>;
}

/** Storage of files that are only served to authorised clients, such as downloads. Their names are generated. */
export interface PrivateFiles {
  /** Stores the content of a local file. */
  store(name: string, path: string): Promise<void>;
  /** The content of a stored file; undefined if there is none. */
  read(name: string): Promise<Readable | undefined>;
  /** Removes a file. One that does not exist counts as removed. */
  remove(name: string): Promise<void>;
}

/** No part begins with a dot, so that no name leaves its folder and no file is hidden. */
const NAME = /^(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)*[A-Za-z0-9_-][A-Za-z0-9._-]*$/;
const NAME_MOST = 200;

/** Whether a stored file can have this name. */
export function isFileName(name: string): boolean {
  return name.length <= NAME_MOST && NAME.test(name);
}

/** @throws RangeError for an invalid name: a mistake in our code, never the client's */
export function checkFileName(name: string): void {
  if (!isFileName(name)) throw new RangeError(`not a file name: ${JSON.stringify(name)}`);
}

/** Removes the host of an address on this server, so that it stays valid if the host changes; others are unchanged. */
export function relativeAddress(base_url: string, address: string): string {
  return address.startsWith(base_url + LOCAL_FILES_PATH) ? address.slice(base_url.length) : address;
}

/** The address of a stored file for clients: with scheme and host, also if this server serves it. */
export function absoluteAddress(base_url: string, address: string): string {
  return address.startsWith('/') ? base_url + address : address;
}
