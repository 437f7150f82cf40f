/** The form for a membership: level, day of purchase, market class, time zone. */
import type { CardElement, IChoiceSetInput, IDateInput } from '@microsoft/teams.cards';
import type { CalendarDate } from '../../domain/basics/date';
import { policiesOf, type Membership } from '../../domain/partner/partner';
import { marketClasses } from '../../domain/programme/requirement';
import type { CardSetting } from '../contract/view';
import { choiceField, dateField, heading, textField } from '../elements/elements';
import { nameWords, type Wording } from '../words/wording';

/** What an admin has typed into the form; each field is a claim. */
export interface MembershipEntry {
  readonly level?: string;
  readonly boughtOn?: string;
  readonly market?: string;
  readonly timeZone?: string;
}

interface FormView extends Pick<CardSetting, 'partner' | 'programme'> {
  readonly asOf: CalendarDate;
  /** The membership that the competency summary implies, where none is recorded. */
  readonly implied?: Pick<Membership, 'level' | 'boughtOn'>;
  readonly entered?: MembershipEntry;
}

/** Returns the fields, filled with what was entered, else with what is recorded, else with what an import implies. */
export function membershipForm(view: FormView, wording: Wording): readonly CardElement[] {
  const { partner, programme, entered } = view;
  const { text } = wording;
  const empty = text.say('form.empty');
  return [
    heading(text.say('membership.form')),
    levelField(view, wording),
    purchaseField(view, wording),
    marketField(view, wording),
    textField({
      id: 'timeZone',
      label: text.say('membership.form.zone'),
      empty,
      value: entered?.timeZone ?? policiesOf(partner, programme).timeZone,
    }),
  ];
}

function levelField({ partner, programme, implied, entered }: FormView, { text }: Wording): IChoiceSetInput {
  const { membership = implied } = partner;
  const level = entered?.level ?? membership?.level;
  const levels = [...programme.levels].reverse().map(({ id, names }) => ({ value: id, title: nameWords(names, text) }));
  const field = { id: 'level', label: text.say('membership.form.level'), empty: text.say('form.empty') };
  return choiceField({ ...field, ...(levels.some(({ value }) => value === level) && { value: level! }) }, levels);
}

/** A day that was entered and is none cannot stand in a date field. */
function purchaseField({ partner, implied, entered, asOf }: FormView, { text }: Wording): IDateInput {
  const { membership = implied } = partner;
  const boughtOn = entered?.boughtOn ?? membership?.boughtOn;
  const isDate = boughtOn !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(boughtOn);
  const field = { id: 'boughtOn', label: text.say('membership.form.bought'), empty: text.say('form.empty') };
  return dateField({ ...field, ...(isDate && { value: boughtOn }) }, asOf);
}

function marketField({ partner }: FormView, { text }: Wording): IChoiceSetInput {
  const markets = marketClasses.map((id) => ({
    value: id,
    title: text.say('membership.market-class', { market: id }),
  }));
  const field = { id: 'market', label: text.say('membership.form.market'), empty: text.say('form.empty') };
  return choiceField({ ...field, value: partner.market }, markets);
}
