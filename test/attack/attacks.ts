import type { Attack } from './attack.ts';
import { databaseFrozen, databaseKilled } from './database-faults.ts';
import { emptyLines } from './empty-lines.ts';
import { floodOfOrders } from './flood.ts';
import { freshShop } from './fresh-shop.ts';
import { orderTexts } from './order-texts.ts';
import { madeUpAddresses } from './made-up-addresses.ts';
import { malformedRequests } from './malformed-requests.ts';
import { otherSites } from './other-sites.ts';
import { roles } from './roles.ts';
import { slowRequests } from './slow-requests.ts';
import { guessedPasswords, stolenKey } from './guessed-passwords.ts';
import { loginsAtOnce } from './logins-at-once.ts';
import { removedOwner } from './removed-owner.ts';
import { worstImports } from './worst-imports.ts';
import { worstInputs } from './worst-inputs.ts';

/** Every kind of attack that is tried. A file of its own each. The first finds a database that knows nothing yet. */
export const attacks: Attack[] = [
  freshShop,
  emptyLines,
  worstInputs,
  worstImports,
  roles,
  floodOfOrders,
  databaseKilled,
  databaseFrozen,
  madeUpAddresses,
  malformedRequests,
  otherSites,
  slowRequests,
  guessedPasswords,
  stolenKey,
  removedOwner,
  orderTexts,
  // The last: after it wrong passwords of this address have to wait, so that no shop of a further attack could sign in.
  loginsAtOnce,
];
