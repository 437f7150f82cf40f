/** A data set is what a choice set asks the bot for while a person types, where a card has no room for all choices. */

/** The names that a card puts into its `Data.Query`, and that the client sends back with what was typed. */
export const datasets = ['people', 'assignees', 'credentials'] as const;
export type Dataset = (typeof datasets)[number];

/** One choice: the value that is sent, and the title that is shown. */
export interface Choice {
  readonly value: string;
  readonly title: string;
}
