/** The requirements: what the rules in force ask for each level of a competency, in words and in full. */
import type { CardElement } from '@microsoft/teams.cards';
import type { Expression } from '../../domain/programme/expression';
import { policiesOf } from '../../domain/partner/partner';
import { requirementInForce, type Option, type Competency } from '../../domain/programme/programme';
import {
  credentialsAskedBy,
  thresholdFor,
  type Alternative,
  type Clause,
  type Requirement,
  type Threshold,
} from '../../domain/programme/requirement';
import { backButton, button, card, heading, line, note, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { fitToSize } from '../elements/size-limit';
import { rulesFooter } from '../sections/footer';
import { choiceLines, scoreRuleLines, type RuleWording } from '../sections/score-rules';
import type { Text } from '../text';
import { whatWords, whoWords } from '../words/clause';
import { credentialName, credentialTitle, phraseOf, retiredLines, retirementLines } from '../words/credential';
import { amountWords, metricName } from '../words/figure';
import { levelName, nameWords, type Wording } from '../words/wording';
import type { CardSetting } from '../contract/view';
import type { CalendarDate } from '../../domain/basics/date';

export interface RequirementsView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly ended: boolean;
  readonly competency: Competency;
}

/** How much is told: whether exams have titles, and how many options and entries of a list are shown. */
interface Detail {
  readonly titles: boolean;
  readonly options: number;
  readonly entries: number;
}

const details: readonly [Detail, ...Detail[]] = [
  { titles: true, options: 20, entries: 40 },
  { titles: false, options: 20, entries: 40 },
  { titles: false, options: 10, entries: 8 },
  { titles: false, options: 3, entries: 4 },
  { titles: false, options: 1, entries: 2 },
];

const mostRetirements = 6;

interface About extends Wording {
  readonly view: RequirementsView;
  readonly detail: Detail;
  /** Since when the rules are in force, where that is the same for all of them. */
  readonly force: string | undefined;
}

/** The answer to "what does this competency ask for". */
export function requirementsCard(view: RequirementsView, text: Text): Card {
  const force = commonForce(view, text);
  return fitToSize(details, (detail) => detailedCard({ view, text, programme: view.programme, detail, force }));
}

function commonForce(view: RequirementsView, text: Text): string | undefined {
  const [words, ...others] = new Set(rulesInForce(view).map((requirement) => forceWords(requirement, text)));
  return others.length === 0 ? words : undefined;
}

function detailedCard(about: About): Card {
  const { view, text, detail } = about;
  const { competency } = view;
  const name = nameWords(competency.names, text);
  const heard = text.say('requirements.heading', { competency: name });
  const count = competency.options.length;
  return card({
    text,
    speak: heard,
    body: [
      title(heard),
      ...(about.force === undefined ? [] : [note(about.force)]),
      ...(competency.choice
        ? choiceLines(competency, ruleWording(about))
        : count > 1
          ? [note(text.say('competency.options', { count }))]
          : []),
      ...competency.options.slice(0, detail.options).flatMap((option) => optionLines(option, about)),
      ...(count > detail.options ? [note(text.say('list.more', { count: count - detail.options }))] : []),
      ...retirements(about),
      ...rulesFooter(view, text),
      note(text.say('requirements.source', { source: competency.source })),
    ],
    actions: [
      backButton({ ask: 'competency', competency: competency.id }, name, text),
      button({ ask: 'why', competency: competency.id }, text.say('button.why-any')),
      button({ ask: 'progress' }, text.say('button.overview')),
    ],
  });
}

/** What of the rules in force retires, and what has retired and still counts. */
function retirements(about: About): readonly CardElement[] {
  const { view } = about;
  const { asOf, partner, programme } = view;
  const asked = [...new Set(rulesInForce(view).flatMap(credentialsAskedBy))];
  const policies = policiesOf(partner, programme);
  return [
    ...retirementLines(asked, { from: asOf }, about).slice(0, mostRetirements),
    ...retiredLines(asked, { asOf, policies }, about),
  ].map((words) => note(words));
}

function rulesInForce({ competency, programme, asOf }: RequirementsView): readonly Requirement[] {
  return competency.options.flatMap((option) =>
    programme.levels.flatMap(({ id }) => requirementInForce(option, id, asOf) ?? []),
  );
}

function optionLines(option: Option, about: About): readonly CardElement[] {
  const { text, programme, view } = about;
  const names = option.associations.map((id) => programme.associations[id] ?? id);
  const asksFigures = option.requirements.some(({ figures }) => figures.length > 0);
  return [
    heading(nameWords(option.names, text), { separator: true }),
    ...(asksFigures && names.length > 0
      ? [note(text.say('requirements.associations', { list: text.choice(names) }))]
      : []),
    ...programme.levels.flatMap(({ id }) => {
      const requirement = requirementInForce(option, id, view.asOf);
      if (requirement) return levelLines(requirement, about);
      return [note(text.say('requirements.no-level', { level: levelName(id, about) }))];
    }),
  ];
}

function levelLines(requirement: Requirement, about: About): readonly CardElement[] {
  const { text } = about;
  const { level, figures, alternatives, score } = requirement;
  return [
    line(levelName(level, about), { weight: 'Bolder', color: 'Accent' }, { spacing: 'Medium' }),
    ...(about.force === undefined ? [note(forceWords(requirement, text), { spacing: 'None' })] : []),
    ...figures.map((threshold) => line(`• ${thresholdWords(threshold, about)}`, {}, { spacing: 'Small' })),
    ...(score ? scoreRuleLines(score, ruleWording(about)) : []),
    ...(alternatives.length === 0 && !score
      ? [line(`• ${text.say('requirements.no-people')}`, {}, { spacing: 'Small' })]
      : []),
    ...alternatives.flatMap((branch, index) => [
      ...(index > 0 ? [line(text.say('requirements.or'), { weight: 'Bolder' }, { spacing: 'Small' })] : []),
      ...branch.flatMap((clause) => clauseLines(clause, branch, about)),
    ]),
  ];
}

function forceWords({ effectiveFrom, effectiveTo }: Requirement, text: Text): string {
  const date = text.date(effectiveFrom);
  return effectiveTo === undefined
    ? text.say('requirements.since', { date })
    : text.say('requirements.between', { date, until: text.date(effectiveTo) });
}

/** What a figure must reach in the partner's market, and in the other one where that differs. */
function thresholdWords(threshold: Threshold, about: About): string {
  const { text, view } = about;
  const { market } = view.partner;
  const metric = metricName(threshold.metric, about);
  const here = thresholdFor(threshold, market);
  if (typeof here === 'boolean') return text.say('requirements.figure.yes', { metric });
  const there = thresholdFor(threshold, market === 'developed' ? 'developing' : 'developed');
  const words = { metric, threshold: amountWords(here, threshold.metric, about) };
  if (there === here) return text.say('requirements.figure', words);
  const elsewhere = amountWords(Number(there), threshold.metric, about);
  return text.say('requirements.figure.markets', { ...words, market, elsewhere });
}

function clauseLines(clause: Clause, branch: Alternative, about: About): readonly CardElement[] {
  const { text } = about;
  const words = { who: whoWords(clause, branch, about), what: whatWords(clause, about) };
  return [
    line(`• ${text.say('requirements.line', words)}`, {}, { spacing: 'Small' }),
    ...entryLines(clause.each, about),
  ];
}

function entryLines(each: Expression, about: About): readonly CardElement[] {
  const { text, detail } = about;
  const entries = entriesOf(each);
  const more = entries.length - detail.entries;
  return [
    ...entries.slice(0, detail.entries).map((entry) => entryLine(entry, about)),
    ...(more > 0 ? [note(`– ${text.say('list.more', { count: more })}`, { spacing: 'None' })] : []),
  ];
}

function ruleWording(about: About): RuleWording {
  return { ...about, asOf: about.view.asOf, entries: (each) => entryLines(each, about) };
}

function entriesOf(each: Expression): readonly Expression[] {
  return 'credential' in each ? [each] : 'any' in each ? each.any : each.all;
}

function entryLine(entry: Expression, about: About): CardElement {
  const { titles, entries } = about.detail;
  const manner = { name: titles ? credentialTitle : credentialName, mostChoices: entries };
  return note(`– ${phraseOf(entry, about, manner)}`, { spacing: 'None' });
}
