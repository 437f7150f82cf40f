/** Attachments are what comes with a message: files, pictures, and the message once more as a web page. */
import type { DroppedFile } from '../../imports/dropped-file';

/** As the channel sends one; every part of it is a claim. */
export interface Attachment {
  readonly contentType?: unknown;
  readonly name?: unknown;
  readonly content?: unknown;
}

const fileType = 'application/vnd.microsoft.teams.file.download.info';
/** Teams sends the words of a message a second time in this form. */
const sameWords = 'text/html';

/** What was dropped into the chat, if a message is about that: files always, anything else only where nothing is said with it. */
export function attachmentsIn(attachments: readonly Attachment[], text: string): readonly DroppedFile[] | undefined {
  const others = attachments.filter((one) => isObject(one) && one.contentType !== sameWords);
  const isAboutFiles = others.some(({ contentType }) => contentType === fileType) || text.trim() === '';
  return others.length > 0 && isAboutFiles ? others.map(droppedOf) : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function droppedOf({ contentType, name, content }: Attachment): DroppedFile {
  const { downloadUrl } = (isObject(content) ? content : {}) as { readonly downloadUrl?: unknown };
  const called = typeof name === 'string' ? name : '';
  return contentType === fileType && typeof downloadUrl === 'string'
    ? { name: called, address: downloadUrl }
    : { name: called };
}
