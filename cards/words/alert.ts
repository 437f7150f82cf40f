/** Alerts in words: who deals with one, what it is about, and whom it names. */
import type { KeptNotice } from '../../domain/alerts/kept-notice';
import type { NoticeRule, NoticeReason } from '../../domain/alerts/notice';
import { policiesOf } from '../../domain/partner/partner';
import { partnerDayAt } from '../../domain/partner/partner-day';
import type { AlertSetting } from '../contract/alert-view';
import type { Text } from '../text';
import { nameOf } from './who';
import type { Wording } from './wording';

/** The words with what they are about. */
export interface AlertWording extends Wording {
  readonly view: AlertSetting;
}

/** The reason of one rule. */
export type ReasonOf<R extends NoticeRule, N = NoticeReason> = N extends { readonly rule: infer S }
  ? R extends S
    ? N
    : never
  : never;

/** Returns the name of a person if the reader may see it, else words for a person without a name. */
export function personName(id: string, { text, view }: AlertWording): string {
  const person = view.people.get(id);
  return (person && nameOf(person, view, text)) ?? text.say('risk.somebody');
}

/** Says who deals with it, or that no person does; undefined for a notice about the reader's own onboarding. */
export function stateWords(
  { state, audience }: Pick<KeptNotice, 'state' | 'audience'>,
  { text, view }: AlertWording,
): string | undefined {
  if (state.is === 'open') return audience === 'admins' ? text.say('alert.state.open') : undefined;
  const date = text.date(partnerDayAt(state.at, policiesOf(view.partner, view.programme)));
  if (state.is === 'resolved') return text.say('alert.state.resolved', { date, because: state.because });
  const called = (account: string) => view.names.get(account) ?? text.say('alert.somebody');
  const assigneeName = ({ person: id }: { readonly person?: string }) => {
    const person = id === undefined ? undefined : view.people.get(id);
    return (person && nameOf(person, view, text)) ?? text.say('alert.somebody');
  };
  const name = called(state.by);
  switch (state.is) {
    case 'acknowledged':
      return text.say('alert.state.acknowledged', { name, date });
    case 'assigned':
      return text.say('alert.state.assigned', { name, date, to: view.names.get(state.to) ?? assigneeName(state) });
    case 'snoozed':
      return text.say('alert.state.snoozed', { name, date: text.date(state.until) });
  }
}

/** What alerts of a rule are about, as it is typed to stop them. */
export function topicOf(rule: NoticeRule, text: Text): string {
  return text.say(`alert.topic.${rule}`);
}
