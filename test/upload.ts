/** A form with one file and other fields, as the body and the header of a request. */
export async function formWithFile(
  content: Buffer | string,
  file_name: string,
  fields: Record<string, string> = {},
  field = 'file',
): Promise<{ body: Buffer; headers: { 'content-type': string } }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set(field, new Blob([content]), file_name);
  const sent = new Response(form);
  const content_type = String(sent.headers.get('content-type'));
  return { body: Buffer.from(await sent.arrayBuffer()), headers: { 'content-type': content_type } };
}
