/** Who administers Laurel for the partner, and how that is changed. */
import type { CardElement, IExecuteAction } from '@microsoft/teams.cards';
import { button, buttonInPlace, card, group, line, note, row, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { escapeMarkdown } from '../elements/escaped-text';
import { pageOf, turning } from '../elements/page';
import type { Text } from '../text';

export interface AdminsView {
  readonly admins: readonly AdminLine[];
  readonly page: number;
}

export interface AdminLine {
  /** The Entra object id, in lower case. */
  readonly account: string;
  readonly name: string;
  readonly isSelf: boolean;
  /** Whether the settings of the installation name this admin, so that only they can take it away. */
  readonly isBySettings: boolean;
}

const pageSize = 15;
const longestName = 60;

/** The answer to "admins". */
export function adminsCard(view: AdminsView, text: Text): Card {
  const page = pageOf(view.admins, view.page, pageSize);
  const heading = text.say('admins.heading', { count: view.admins.length });
  return card({
    text,
    speak: heading,
    body: [
      title(heading),
      ...page.items.map((one) => adminRow(one, text)),
      note(text.say('admins.how'), { separator: true, spacing: 'Medium' }),
      ...(page.pages > 1 ? [note(text.say('page.number', { page: page.number, pages: page.pages }))] : []),
    ],
    actions: turning(page, (number) => ({ ask: 'admins', page: number }), text),
  });
}

function adminRow(admin: AdminLine, text: Text): CardElement {
  const name = nameOf(admin);
  const words = line(admin.isSelf ? text.say('person.you', { name }) : name);
  if (admin.isBySettings) return group([words, note(text.say('admins.by-settings'), { spacing: 'None' })]);
  return group([admin.isSelf ? words : row(words, buttonInPlace(removeButton(admin, text)))]);
}

/** It shows the preview first. */
function removeButton(admin: AdminLine, text: Text): IExecuteAction {
  return button({ ask: 'admins', person: admin.account, to: 'no-admin' }, text.say('button.remove'), {
    tooltip: text.say('button.remove-admin', { name: nameOf(admin) }),
  });
}

function nameOf({ name }: AdminLine): string {
  return escapeMarkdown(name, longestName);
}
