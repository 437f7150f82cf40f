/** Credentials in words: their official English titles, because those stand on exam pages in every language. */
import type { CalendarDate } from '../../domain/basics/date';
import { countedUntilOf } from '../../domain/counting/credits/retirement';
import type { Credential } from '../../domain/programme/credential';
import type { Policies } from '../../domain/programme/policy';
import type { Expression } from '../../domain/programme/expression';
import { escapeMarkdown } from '../elements/escaped-text';
import type { Wording } from './wording';

const longestTitle = 120;

/** The number, which is all that people say of an exam, or the title: only exams have official ids. */
export function credentialName(id: string, { programme }: Pick<Wording, 'programme'>): string {
  const credential = programme.credentials.find((one) => one.id === id);
  if (!credential) return id;
  return credential.kind === 'exam' ? credential.id : titleOf(credential);
}

/** That credentials of these retire on one of these days, the earliest first; empty where none does. */
export function retirementLines(
  ids: readonly string[],
  { from, to }: { readonly from: CalendarDate; readonly to?: CalendarDate },
  wording: Wording,
): readonly string[] {
  const { text, programme } = wording;
  return programme.credentials
    .filter(
      ({ id, retiredOn }) =>
        ids.includes(id) && retiredOn !== undefined && retiredOn >= from && (to === undefined || retiredOn <= to),
    )
    .sort((one, other) => (one.retiredOn! < other.retiredOn! ? -1 : 1))
    .map(({ id, retiredOn }) =>
      text.say('credential.retires', { credential: credentialName(id, wording), date: text.date(retiredOn!) }),
    );
}

/** Those of these that have retired and still count where they are held; nothing where there are none. */
export function retiredLines(
  ids: readonly string[],
  { asOf, policies }: { readonly asOf: CalendarDate; readonly policies: Policies },
  wording: Wording,
): readonly string[] {
  const { text, programme } = wording;
  const list = programme.credentials.flatMap((one) => {
    const until = one.retiredOn !== undefined && one.retiredOn < asOf ? countedUntilOf(one, policies) : undefined;
    if (!ids.includes(one.id) || until === undefined || until < asOf) return [];
    return [
      text.say('credential.retired-until', { credential: credentialName(one.id, wording), date: text.date(until) }),
    ];
  });
  return list.length === 0 ? [] : [text.say('credential.retired'), ...list];
}

/** Number and title. */
export function credentialTitle(id: string, { programme }: Wording): string {
  const credential = programme.credentials.find((one) => one.id === id);
  if (!credential) return id;
  return credential.kind === 'exam' ? `${credential.id} ${titleOf(credential)}` : titleOf(credential);
}

/** Number and title, with the number of the exam to book where the title does not hold it. */
export function bookableTitle(id: string, wording: Wording): string {
  const exam = wording.programme.credentials.find((one) => one.id === id)?.exam;
  const title = credentialTitle(id, wording);
  return exam === undefined || title.includes(exam) ? title : `${title} (${exam})`;
}

function titleOf({ titles }: Credential): string {
  return escapeMarkdown(titles[0], longestTitle);
}

/** Several credentials joined by "and", with titles while they are few. */
export function credentialList(ids: readonly string[], wording: Wording): string {
  const name = ids.length <= 2 ? credentialTitle : credentialName;
  return wording.text.list(ids.map((id) => name(id, wording)));
}

/** How the parts of an expression are put: what credentials are called, and how many of a choice are told. */
export interface Manner {
  readonly name: (id: string, wording: Wording) => string;
  readonly mostChoices: number;
}

/** What one person must hold, in one line; of a long choice only the first few, because the requirements list them all. */
export function expressionWords(expression: Expression, wording: Wording): string {
  return phraseOf(expression, wording, { name: credentialName, mostChoices: 4 });
}

/** One line of what one person must hold, in this manner. */
export function phraseOf(expression: Expression, wording: Wording, manner: Manner): string {
  const { text } = wording;
  if ('credential' in expression) return manner.name(expression.credential, wording);
  if ('all' in expression) {
    const list = text.list(expression.all.map((part) => inner(part, wording, manner)));
    return expression.focus === undefined ? list : text.say('credential.focus', { focus: expression.focus, list });
  }
  const parts = expression.any.map((part) => inner(part, wording, manner));
  if (parts.length <= manner.mostChoices) return text.choice(parts);
  const told = parts.slice(0, manner.mostChoices - 1);
  const list = told.join(text.locale.startsWith('zh') ? '、' : ', ');
  return text.say('credential.any-of-more', { list, count: parts.length - told.length });
}

/** A part in brackets where it would run into its neighbours. */
function inner(part: Expression, wording: Wording, manner: Manner): string {
  const words = phraseOf(part, wording, manner);
  return 'credential' in part || ('all' in part && part.focus !== undefined) ? words : `(${words})`;
}
