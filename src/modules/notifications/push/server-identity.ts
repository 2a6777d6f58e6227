import { createECDH, createHash } from 'node:crypto';
import type { ServerIdentity } from '../../../integrations/push/port.ts';
import type { PublicContext } from '../../../kernel/context.ts';
import { Secret } from '../../../kernel/sealed/index.ts';
import { signingKey } from '../../accounts/index.ts';

/** Whom operators of push services can write to, where the settings name nobody. */
const NOBODY = 'mailto:nobody@ngorder.invalid';

/**
 * By what push services know the server: a key that is made when it is first needed, stored sealed and shared by all
 * processes. With another one all browsers would have to subscribe anew.
 */
export async function serverIdentity(context: PublicContext): Promise<ServerIdentity> {
  return { key: scalarOf(await signingKey(context, 'web-push')), contact: contactOf(context) };
}

/** Nearly every number of 32 bytes is a private key on P-256; of one that is none, the next is taken. */
function scalarOf(secret: Secret): Secret {
  for (let bytes = secret.reveal(); ; bytes = createHash('sha256').update(bytes).digest())
    try {
      createECDH('prime256v1').setPrivateKey(bytes);
      return new Secret(bytes);
    } catch {
      continue;
    }
}

function contactOf({ config }: PublicContext): string {
  const address = /<?([^\s<>]+@[^\s<>]+)>?$/.exec(config.MAIL_FROM ?? '')?.[1];
  if (address !== undefined) return `mailto:${address}`;
  return config.PUBLIC_URL?.startsWith('https://') === true ? config.PUBLIC_URL : NOBODY;
}
