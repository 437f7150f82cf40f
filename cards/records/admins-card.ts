/** Who administers Laurel for the partner, and how that is changed. */
import type { CardElement } from '@microsoft/teams.cards';
import { button, card, group, line, note, title } from '../elements/elements';
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
const mostButtons = 3;

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
    actions: [...turning(page, (number) => ({ ask: 'admins', page: number }), text), ...removing(page.items, text)],
  });
}

function adminRow(admin: AdminLine, text: Text): CardElement {
  const name = nameOf(admin);
  return group([
    line(admin.isSelf ? text.say('person.you', { name }) : name),
    ...(admin.isBySettings ? [note(text.say('admins.by-settings'), { spacing: 'None' })] : []),
  ]);
}

/** Each shows the preview first. */
function removing(admins: readonly AdminLine[], text: Text) {
  return admins
    .filter(({ isBySettings, isSelf }) => !isBySettings && !isSelf)
    .slice(0, mostButtons)
    .map((admin) =>
      button(
        { ask: 'admins', person: admin.account, to: 'no-admin' },
        text.say('button.remove-admin', { name: nameOf(admin) }),
      ),
    );
}

function nameOf({ name }: AdminLine): string {
  return escapeMarkdown(name, longestName);
}
