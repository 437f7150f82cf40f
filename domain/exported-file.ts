/** An exported file holds all facts of one kind that a partner has, in a form that an import reads back. */

export const exportedNames = ['people', 'achievements', 'figures', 'partner'] as const;
export type ExportedName = (typeof exportedNames)[number];

export interface ExportedFile {
  readonly about: ExportedName;
  readonly name: string;
  /** Its text in pieces, so that no more than a page of rows is held. Throws {@link StoreUnavailable}. */
  text(): AsyncIterable<string>;
}

/** Every file of an export. */
export type Exporter = (tenant: string) => readonly ExportedFile[];
