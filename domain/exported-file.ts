/** An exported file holds all of one kind that is known of a partner; an import reads back the facts, not what people say of themselves. */

export const exportedNames = ['people', 'achievements', 'figures', 'onboarding', 'partner'] as const;
export type ExportedName = (typeof exportedNames)[number];

export interface ExportedFile {
  readonly about: ExportedName;
  readonly name: string;
  /** Its text in pieces, so that no more than a page of rows is held. Throws {@link StoreUnavailable}. */
  text(): AsyncIterable<string>;
}

/** Every file of an export. */
export type Exporter = (tenant: string) => readonly ExportedFile[];
