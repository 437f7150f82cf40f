/** What a file is if it is not a table of text, told by its first bytes: names lie, these do not. */

const signatures = [
  { format: 'pdf', starts: '%PDF-' },
  { format: 'xls', starts: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
  { format: 'zip', starts: 'PK\x03\x04' },
  { format: 'zip', starts: 'PK\x05\x06' },
  { format: 'zip', starts: '\x1f\x8b' },
  { format: 'zip', starts: '7z\xbc\xaf\x27\x1c' },
  { format: 'zip', starts: 'Rar!\x1a\x07' },
  { format: 'image', starts: '\x89PNG\r\n\x1a\n' },
  { format: 'image', starts: '\xff\xd8\xff' },
  { format: 'image', starts: 'GIF8' },
  { format: 'rtf', starts: '{\\rtf' },
] as const;

export type Format = (typeof signatures)[number]['format'] | 'xlsx' | 'html';

/** How many bytes at the beginning are enough to tell. */
export const formatBytes = 4096;

const workbookParts = /\[Content_Types\]\.xml|xl\/|_rels\/\.rels/;
/** A download link that was followed without being signed in leaves the sign-in page under the name of the report. */
const webPage = /^\s*(?:<!doctype html|<html|<\?xml|<head)/i;

/** The format of a file that is no table of text, by its first bytes; `undefined` where it may well be one. */
export function formatOf(head: Buffer): Format | undefined {
  const text = head.subarray(0, formatBytes).toString('latin1');
  const format = signatures.find(({ starts }) => text.startsWith(starts))?.format;
  if (format === 'zip' && workbookParts.test(text)) return 'xlsx';
  return format ?? (webPage.test(text.replace(/^\xef\xbb\xbf/, '')) ? 'html' : undefined);
}
