/** Where uploaded files live. Names are made by us, never taken from the caller. */
export interface FileStore {
  /**
   * Keeps a file under a name that is never used again, so that it can be cached for ever.
   * @param name path of letters, digits, `-`, `_`, `.` and `/`, as `7/logo/1f3a….webp`
   * @returns the address for clients: absolute, or beginning with `/` where this server serves it
   */
  put(name: string, bytes: Buffer, content_type: string): Promise<string>;
  remove(name: string): Promise<void>;
}
