/** A page is the part of a long list that one card shows. */
import type { CardElement, IExecuteAction } from '@microsoft/teams.cards';
import { button, note } from './elements';
import type { Question } from '../contract/question';
import type { Text } from '../text';

type PageLook = Parameters<typeof note>[1];

export interface Page<Item> {
  readonly items: readonly Item[];
  /** From 1. */
  readonly number: number;
  readonly pages: number;
}

/** The page of this number, or the nearest there is: a button may be older than the list. */
export function pageOf<Item>(all: readonly Item[], number: number, size: number): Page<Item> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const shown = Math.min(pages, Math.max(1, Math.trunc(number) || 1));
  return { items: all.slice((shown - 1) * size, shown * size), number: shown, pages };
}

/** The buttons to the pages before and after this one. */
export function turning(
  { number, pages }: Page<unknown>,
  to: (page: number) => Question,
  text: Text,
): readonly IExecuteAction[] {
  return [
    ...(number > 1 ? [button(to(number - 1), text.say('button.previous'))] : []),
    ...(number < pages ? [button(to(number + 1), text.say('button.next'))] : []),
  ];
}

/** The line with the number of this page; no line where all is on one page. */
export function pageLines({ number, pages }: Page<unknown>, text: Text, look: PageLook = {}): readonly CardElement[] {
  return pages > 1 ? [note(text.say('page.number', { page: number, pages }), look)] : [];
}
