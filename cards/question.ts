/** A question is what can be asked of Laurel, in words or by a button: the contract between what is heard and what is shown. */

/** Pages count from 1. */
export type Question =
  | { readonly ask: 'help' }
  | { readonly ask: 'progress'; readonly page?: number }
  | { readonly ask: 'competency'; readonly competency: string }
  | { readonly ask: 'requirements'; readonly competency: string }
  | {
      readonly ask: 'why';
      readonly competency: string;
      readonly level?: string;
      readonly option?: string;
      readonly page?: number;
    }
  | { readonly ask: 'people'; readonly page?: number }
  | { readonly ask: 'person'; readonly person: string; readonly page?: number };

/** What a question asks for; also the verb of the button that asks it. */
export type Ask = Question['ask'];
