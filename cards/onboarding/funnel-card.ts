/** The onboarding overview: how many people are in each state, and by name the people who need help. */
import type { CardElement, IExecuteAction } from '@microsoft/teams.cards';
import { button, card, heading, line, mostActions, note, row, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { fold, slimRow, tapRow } from '../elements/blocks';
import { footer } from '../sections/footer';
import { pageLines, pageOf, turning } from '../elements/page';
import type { Text } from '../text';
import { stateLine } from '../words/onboarding';
import { nameOf } from '../words/who';
import type { OnboardingState } from '../../domain/onboarding/onboarding-state';
import type { CardSetting } from '../contract/view';
import type { CalendarDate } from '../../domain/basics/date';
import { onboardedRow, type FunnelLine } from './onboarded-row';

/** The funnel: everyone in onboarding, those who need help first. */
export interface FunnelView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly counts: readonly { readonly state: OnboardingState; readonly count: number }[];
  /** How many of those on the way cannot be told anything. */
  readonly unreachable: number;
  /** Those whose account an admin has to make, who has waited longest first. */
  readonly accountless: readonly FunnelLine[];
  readonly needing: readonly FunnelLine[];
  /** Those of them who can be reminded today, by id. */
  readonly remindable: readonly string[];
  readonly page: number;
}

const pageSize = 8;

/** The answer to `onboarding`. */
export function funnelCard(view: FunnelView, text: Text): Card {
  const { counts, needing, remindable } = view;
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const headline = text.say('funnel.title', { count: total });
  const needs = text.say('funnel.needing', { count: needing.length });
  const page = pageOf(needing, view.page, pageSize);
  return card({
    text,
    speak: `${headline}. ${needs}`,
    body: [
      title(headline),
      ...(total === 0 ? [line(text.say('funnel.empty'))] : []),
      ...accountLines(view, text),
      ...counts.filter(({ count }) => count > 0).map((one) => stateRow(one, text)),
      ...(view.unreachable > 0 ? [countRow(`⚠ ${text.say('funnel.unreachable')}`, view.unreachable)] : []),
      ...(total > 0 ? [heading(needs)] : []),
      ...page.items.map((one) => onboardedRow(one, view, text)),
      ...pageLines(page, text),
      ...footer(view, text),
    ],
    actions: [
      ...turning(page, (number) => ({ ask: 'onboarding', page: number }), text),
      ...accountButton(view, text),
      ...(remindable.length > 0 ? [remindButton(remindable, text)] : []),
      button({ ask: 'onboard' }, text.say('button.onboard')),
      button({ ask: 'people' }, text.say('button.people')),
      button({ ask: 'export', file: 'states' }, text.say('button.export')),
    ].slice(0, mostActions),
  });
}

/** So many names stand open; the others are folded. */
const mostOpen = 3;
const mostNamed = 20;

/** What an admin has to do comes first: who waits for an account, and since when. */
function accountLines(view: FunnelView, text: Text): readonly CardElement[] {
  const { accountless } = view;
  if (accountless.length === 0) return [];
  const rows = accountless.slice(0, mostNamed).map(({ person, standing }) => {
    const name = nameOf(person, view, text)!;
    const open = {
      question: { ask: 'onboard', people: [person.id] },
      title: text.say('button.open', { name }),
    } as const;
    return slimRow(name, [note(stateLine(standing, text), { spacing: 'None' })], open);
  });
  const more = accountless.length - mostOpen;
  return [
    heading(text.say('funnel.accountless', { count: accountless.length }), { spacing: 'Medium' }),
    ...rows.slice(0, mostOpen),
    ...(more > 0
      ? fold({ id: 'accountless', heading: text.say('list.more', { count: more }), items: rows.slice(mostOpen) })
      : []),
  ];
}

/** For all who are named: an account is made for everybody at once, or the person's own card is opened. */
function accountButton({ accountless }: FunnelView, text: Text): readonly IExecuteAction[] {
  const people = accountless.slice(0, mostNamed).map(({ person }) => person.id);
  if (people.length === 0) return [];
  const words = text.say('button.accounts-made', { count: people.length });
  return [button({ ask: 'step', people, step: 'account-made' }, words, { style: 'positive' })];
}

/** One tap for all of them. */
function remindButton(people: readonly string[], text: Text): IExecuteAction {
  const words = text.say('button.remind-people', { count: people.length });
  return button({ ask: 'step', people, step: 'reminded' }, words, { style: 'positive' });
}

/** A state and how many are in it; touching it tells who they are. */
function stateRow({ state, count }: FunnelView['counts'][number], text: Text): CardElement {
  const words = text.say(`state-of.${state}`);
  const open = { question: { ask: 'onboarding', state }, title: text.say('button.open', { name: words }) } as const;
  return tapRow({ name: words, badge: line(String(count)), open });
}

function countRow(words: string, count: number): CardElement {
  return row(line(words), line(String(count), { weight: 'Bolder' }));
}
