import { tell } from './notice.tsx';

/** Lays a text where it can be pasted from, and says so. */
export async function copyText(text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Browsers have no clipboard for pages without TLS, as in a shop's own network.
    copyBySelection(text);
  }
  tell(said);
}

function copyBySelection(text: string): void {
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
}
