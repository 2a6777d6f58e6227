import { moota } from './moota.ts';
import { mutasibank } from './mutasibank.ts';
import type { MutationProvider, ProviderName } from './port.ts';

/** The services that call; none of them is called. */
export const mutationProviders: Readonly<Record<ProviderName, MutationProvider>> = { moota, mutasibank };
