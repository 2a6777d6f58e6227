import type { Attack } from './attack.ts';
import { emptyLines } from './empty-lines.ts';

/** Every kind of attack that is tried. A file of its own each. */
export const attacks: Attack[] = [emptyLines];
