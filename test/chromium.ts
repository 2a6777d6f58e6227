import { existsSync } from 'node:fs';

/** The program of Debian's package, or the one that CHROMIUM names; undefined where there is none. */
export const CHROMIUM = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path) => path !== undefined && existsSync(path),
);
