/** `conversations.json`: the conversation references of a tenant. */
import type { ExportedText } from '../../domain/imports/exported-file';
import type { Store } from '../../domain/ports';

/** The conversation references of people, for a request to see stored personal data; no import reads them back. */
export function exportedConversations(store: Store, tenant: string): Pick<ExportedText, 'name' | 'content'> {
  return { name: 'conversations.json', content: () => conversations(store, tenant) };
}

async function* conversations(store: Store, tenant: string): AsyncGenerator<string> {
  yield '[';
  let separator = '\n';
  for await (const { value } of store.conversations.list(tenant)) {
    yield `${separator}${JSON.stringify(value)}`;
    separator = ',\n';
  }
  yield '\n]\n';
}
