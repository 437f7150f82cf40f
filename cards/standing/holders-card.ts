/** Who holds a credential, or enough of several, with the day on which each expires. */
import type { CardElement } from '@microsoft/teams.cards';
import { button, card, group, line, note, runs, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { pageLines, pageOf, turning } from '../elements/page';
import { footer } from '../sections/footer';
import { escapeMarkdown } from '../elements/escaped-text';
import type { Text } from '../text';
import { achievementWords } from '../words/achievement';
import { credentialList, credentialName } from '../words/credential';
import { nameOf } from '../words/who';
import type { Wording } from '../words/wording';
import type { Credit } from '../../domain/counting/credits/credit';
import type { AchievementLine } from '../../domain/counting/achievement-line';
import type { CardSetting } from '../contract/view';
import type { CalendarDate } from '../../domain/basics/date';

/** A person who holds a credential, with the newest row of each that was asked for. */
export interface CredentialHolder {
  readonly credit: Credit;
  readonly lines: readonly AchievementLine[];
}

export interface HoldersView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly credentials: readonly string[];
  /** How many of them a holder has at least. */
  readonly least: number;
  readonly holders: readonly CredentialHolder[];
  /** What was asked for too and no rule names, by number or title. */
  readonly unnamed?: readonly string[];
  /** All that was asked for, by id, where that is more: the other pages ask for it again. */
  readonly asked?: readonly string[];
  readonly page: number;
}

const pageSize = 8;

/** The answer to "who holds …". Readers who may not see names see how many, and themselves. */
export function holdersCard(view: HoldersView, text: Text): Card {
  const { credentials, holders, least, programme } = view;
  const wording = { text, programme };
  const counting = holders.filter((one) => isCounting(one, view));
  const ordered = [...counting, ...holders.filter((one) => !counting.includes(one))];
  const shown = ordered.filter(({ credit }) => nameOf(credit.person, view, text) !== undefined);
  const page = pageOf(shown, view.page, pageSize);
  const heading = text.say('who-holds.heading', { credentials: credentialList(credentials, wording) });
  const onRecord = text.say('who-holds.summary', { count: holders.length });
  const summary =
    counting.length === holders.length
      ? onRecord
      : text.sentences([onRecord, text.say('who-holds.counting', { counting: counting.length })]);
  const [first, ...others] = credentials;
  return card({
    text,
    speak: text.sentences([text.say('sentence.stop', { words: heading }), summary]),
    body: [
      title(heading),
      ...(others.length > 0 ? [note(leastWords(view, text))] : []),
      ...unnamedLines(view, text),
      line(summary, { weight: 'Bolder' }),
      ...page.items.map((one) => holderRow(one, view, wording)),
      ...pageLines(page, text),
      ...footer(view, text),
    ],
    actions: [
      ...turning(
        page,
        (number) => ({
          ask: 'who-holds',
          credential: first!,
          credentials: view.asked ?? credentials,
          least,
          page: number,
        }),
        text,
      ),
      ...(others.length === 0 ? [button({ ask: 'serves', credential: first! }, text.say('button.serves'))] : []),
      button({ ask: 'progress' }, text.say('button.overview')),
    ],
  });
}

function leastWords({ least, credentials: { length: count } }: HoldersView, text: Text): string {
  return text.say('who-holds.least', { least, count, all: least === count ? 'yes' : 'no' });
}

/** Who is asked for several of which one is not named must not take the answer for one about all of them. */
function unnamedLines({ unnamed = [] }: HoldersView, text: Text): readonly CardElement[] {
  if (unnamed.length === 0) return [];
  const credentials = text.list(unnamed.map((one) => escapeMarkdown(one, longestUnnamed)));
  return [line(`⚠ ${text.say('who-holds.unnamed', { credentials })}`)];
}

const longestUnnamed = 120;

/** Whether enough of what is asked for counts today: what has expired is on record all the same. */
function isCounting({ credit }: CredentialHolder, { credentials, least }: HoldersView): boolean {
  return credentials.filter((credential) => credit.counted.has(credential)).length >= least;
}

function holderRow({ credit, lines }: CredentialHolder, view: HoldersView, wording: Wording): CardElement {
  const { text } = wording;
  const isOne = view.credentials.length === 1;
  return group([
    runs([{ words: nameOf(credit.person, view, text)!, weight: 'Bolder' }]),
    ...lines.map((one) => {
      const words = achievementWords(one, { text, credit, isIdle: true });
      const name = isOne || !one.credential ? '' : `${credentialName(one.credential.id, wording)} · `;
      return note(`${name}${words}`, { spacing: 'None' });
    }),
  ]);
}
