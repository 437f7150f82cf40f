/** One person: what they count for today, and for each achievement whether it counts, and if not, why. */
import type { CardElement, IExecuteAction } from '@microsoft/teams.cards';
import type { AchievementLine } from '../../domain/counting/achievement-line';
import { certificateRenewalOf, unseenRenewalOf } from '../../domain/planning/certificate-renewal';
import { isClaimed } from '../../domain/partner/claim';
import { isByHand } from '../../domain/partner/correction';
import { linkedNames } from '../elements/blocks';
import { button, card, group, line, note, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { footer } from '../sections/footer';
import { escapeMarkdown } from '../elements/escaped-text';
import { pageLines, pageOf, turning } from '../elements/page';
import type { Text } from '../text';
import { achievementWords } from '../words/achievement';
import { credentialName, credentialTitle } from '../words/credential';
import { hindranceWords } from '../words/reason';
import { nameOf } from '../words/who';
import { competencyName, listOf, type Wording, goalNoun } from '../words/wording';
import type { PersonLine } from './people-card';
import type { CardSetting } from '../contract/view';
import type { CalendarDate } from '../../domain/basics/date';
import type { AssignedTask } from '../../domain/tasks/assigned-task';
import { taskLineWords } from '../words/task';

export interface PersonView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly line: PersonLine;
  readonly achievements: readonly AchievementLine[];
  /** Of a person who counts for nothing: the competencies that ask for what is held. */
  readonly askedBy?: readonly string[];
  /** The page of the achievements; the first where it is absent. */
  readonly page?: number;
  /** What the person was asked to earn and is not closed; absent where nothing is. */
  readonly tasks?: readonly AssignedTask[];
}

const pageSize = 8;
const mostCompetencies = 8;

/** Returns the card of one person; the caller has checked that the reader may see it. */
export function personCard(view: PersonView, text: Text): Card {
  const { line: about, programme, achievements } = view;
  const { person, credit, countsFor } = about;
  const wording = { text, programme };
  const name = nameOf(person, { ...view, seesNames: true }, text)!;
  const page = pageOf(achievements, view.page ?? 1, pageSize);
  const turns = turning(page, (number) => ({ ask: 'person', person: person.id, page: number }), text);
  const summary = text.say('person.counts-for', { count: countsFor.length, ...goalNoun(wording) });
  const names = countsFor.map((id) => competencyName(id, wording));
  return card({
    text,
    speak: text.say('person.speak', { name, summary }),
    body: [
      title(name),
      line(summary, { weight: 'Bolder' }),
      ...(names.length > 0 ? [line(listOf(names, text, mostCompetencies), {}, { spacing: 'Small' })] : []),
      ...(credit.hindrance ? [line(`✗ ${hindranceWords(credit.hindrance, text)}`, { weight: 'Bolder' })] : []),
      ...reasonLines(view, text),
      note(text.say('person.achievements', { count: achievements.length }), { separator: true, spacing: 'Medium' }),
      ...page.items.map((one) => achievementRow(one, { ...wording, credit, asOf: view.asOf, isIdle: isIdle(view) })),
      ...pageLines(page, text, { separator: true, spacing: 'Medium' }),
      ...personTasks(view, text),
      ...footer(view, text),
    ],
    actions: [
      ...turns,
      ...renewedActions(page.items, view, wording),
      ...(view.seesNames ? [button({ ask: 'people' }, text.say('button.people'))] : []),
      // Who does not count has something else to do first.
      ...(credit.hindrance ? [] : [button({ ask: 'plan', person: person.id }, text.say('button.own-plan'))]),
      // A card shows six buttons at most.
      ...(turns.length > 0 ? [] : [button({ ask: 'progress' }, text.say('button.progress'))]),
    ],
  });
}

/** Whether the person counts for nothing. */
function isIdle({ line: { countsFor } }: PersonView): boolean {
  return countsFor.length === 0;
}

/** Why somebody whom nothing hinders counts for nothing: where it is asked for what is held, or that nothing of it is asked for. */
function reasonLines(view: PersonView, text: Text): readonly CardElement[] {
  const { line: about, achievements, askedBy = [], programme } = view;
  if (!isIdle(view) || about.credit.hindrance || achievements.length === 0) return [];
  if (askedBy.length > 0) {
    const open = (competency: string) => ({ ask: 'why', competency, person: about.person.id }) as const;
    const words = (id: string) => competencyName(id, { text, programme });
    return [
      linkedNames(
        askedBy.map((id) => ({ words: words(id), open: open(id) })),
        text.say('person.asked-by'),
      ),
    ];
  }
  const isNamed = achievements.some(({ credential }) => credential);
  return isNamed ? [] : [note(text.say('person.none-asked', { button: text.say('button.own-plan') }))];
}

const mostRenewed = 2;

/** A press says what no file can: that the certification was renewed on Learn. It is previewed like every correction. */
function renewedActions(
  items: readonly AchievementLine[],
  { line: { person, credit }, asOf }: PersonView,
  wording: Wording,
): readonly IExecuteAction[] {
  if (credit.hindrance) return [];
  return items
    .flatMap(({ achievement, credential, supersededOn }) => {
      const unseen = credential && supersededOn === undefined && unseenRenewalOf(achievement, credential, asOf);
      if (!credential || !unseen) return [];
      const name = credentialName(credential.id, wording);
      const question = { ask: 'completed', credential: credential.id, person: person.id, ...unseen } as const;
      return [button(question, wording.text.say('button.was-renewed', { credential: name }))];
    })
    .slice(0, mostRenewed);
}

const longestTitle = 160;

type About = Wording & Pick<PersonLine, 'credit'> & Pick<PersonView, 'asOf'> & { readonly isIdle: boolean };

function achievementRow(one: AchievementLine, about: About): CardElement {
  const { achievement, credential } = one;
  const { activityId = '', title } = achievement;
  const printed = one.isExam && !title.includes(activityId) ? `${activityId} ${title}` : title;
  const words = credential ? credentialTitle(credential.id, about) : escapeMarkdown(printed, longestTitle);
  const said = isByHand(achievement) ? 'by-hand' : isClaimed(achievement) && !one.hindrance ? 'claimed' : undefined;
  const byHand = said ? [note(about.text.say(`fact.${said}`), { spacing: 'None' })] : [];
  return group([
    line(words),
    note(achievementWords(one, about), { spacing: 'None' }),
    ...renewalLines(one, about),
    ...byHand,
  ]);
}

/** How the holder keeps the credential; undefined if the person has left, or earned it later. */
function renewalLines(
  { achievement, credential, supersededOn }: AchievementLine,
  about: About,
): readonly CardElement[] {
  const { text, credit, asOf } = about;
  if (!credential || credit.hindrance || supersededOn !== undefined) return [];
  const renewal = certificateRenewalOf(achievement, credential, asOf);
  if (!renewal) return [];
  const { phase, opens, closes, extendsTo, isComputed } = renewal;
  const words = { opens: text.date(opens), closes: text.date(closes), until: text.date(extendsTo) };
  const look = phase === 'open' ? ({ weight: 'Bolder', size: 'Small' } as const) : smallPrint;
  const key = phase === 'over' && isComputed ? 'over-computed' : phase;
  return [line(text.say(`certificate.${key}`, words), look, { spacing: 'None' })];
}

const smallPrint = { isSubtle: true, size: 'Small' } as const;

const mostTasks = 4;

function personTasks(view: PersonView, text: Text): readonly CardElement[] {
  const { tasks = [], programme } = view;
  if (tasks.length === 0) return [];
  const about = { text, programme, view: { ...view, people: new Map() } };
  return [
    note(text.say('person.tasks'), { separator: true, spacing: 'Medium' }),
    ...tasks.slice(0, mostTasks).map((task) => line(taskLineWords(task, about), {}, { spacing: 'Small' })),
    ...(tasks.length > mostTasks ? [note(text.say('list.more', { count: tasks.length - mostTasks }))] : []),
  ];
}
