/** One competency: every option and level, how far each is, what is missing, and who comes nearest to filling it. */
import type { CardElement, IExecuteAction } from '@microsoft/teams.cards';
import { bestAlternative, type Gap } from '../../domain/counting/gap';
import type { Option, Competency } from '../../domain/programme/programme';
import type { Risk } from '../../domain/membership/risk';
import type { OwnRenewal } from '../../domain/partner/held-goal';
import type { CompetencyStanding } from '../../domain/counting/standing';
import type { LevelStanding } from '../../domain/counting/level-standing';
import { fold, linkedLine, noticeBox } from '../elements/blocks';
import { badge, button, card, line, note, row, runs, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { fitToSize } from '../elements/size-limit';
import { enterFiguresButtons, lacksFigure } from '../sections/enter-figures';
import { footer } from '../sections/footer';
import { nextLevel } from '../sections/next-level';
import { clauseLines, figureLines, levelHead, policyLines, signedLine } from '../sections/level-lines';
import { levelBadge } from '../sections/level-badge';
import { nextPoints, scoreCharts, scoreLines, scoreSummary, type ScoreDetail } from '../sections/score-lines';
import type { Text } from '../text';
import { credentialList } from '../words/credential';
import { figureWords } from '../words/figure';
import { missingWords } from '../words/missing';
import { totalWords } from '../words/points';
import { heldWords, overrideSentence, riskSentence } from '../words/risk';
import { nameOf } from '../words/who';
import { levelName, nameWords, type Wording } from '../words/wording';
import type { CardSetting } from '../contract/view';
import type { CalendarDate } from '../../domain/basics/date';
import type { StandingTrend } from '../../domain/history/standing-difference';
import { goalSnapshot } from '../../domain/history/standing-snapshot';
import { goalTrendLines } from '../sections/trend-lines';
import type { Person } from '../../domain/partner/people/person';

/** One level of one option, with the branch nearest to being met and what it still lacks. */
export interface LevelView {
  readonly standing: LevelStanding;
  readonly gaps: readonly Gap[];
}

export interface CompetencyView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly ended: boolean;
  readonly competency: Competency;
  readonly standing: CompetencyStanding;
  readonly options: readonly { readonly option: Option; readonly levels: readonly LevelView[] }[];
  /** What threatens the level by the renewal, if anything. */
  readonly risk?: Risk;
  /** Its own renewal, where the company is enrolled in it and it is not renewed with the membership. */
  readonly own?: OwnRenewal;
  /** How it was a month ago, where an earlier day is kept. */
  readonly trend?: StandingTrend;
  /** Everyone whose id occurs in the standing, to print names. */
  readonly people: ReadonlyMap<string, Person>;
}

/** How much is told: so many options, so many candidates for each gap, whether the parts of a score, and whether it is drawn. */
interface Detail extends ScoreDetail {
  readonly charts: boolean;
  readonly options: number;
  readonly candidates: number;
}

const details: readonly [Detail, ...Detail[]] = [
  { options: 20, candidates: 3, parts: true, charts: true },
  { options: 20, candidates: 3, parts: true, charts: false },
  { options: 20, candidates: 1, parts: true, charts: false },
  { options: 6, candidates: 1, parts: false, charts: false },
  { options: 3, candidates: 1, parts: true, charts: false },
  { options: 1, candidates: 0, parts: false, charts: false },
];

/** The answer to "how far are we with this competency". */
export function competencyCard(view: CompetencyView, text: Text): Card {
  return fitToSize(details, (detail) => detailedCard(view, text, detail));
}

function detailedCard(view: CompetencyView, text: Text, detail: Detail): Card {
  const { competency, standing, programme } = view;
  const about = { text, programme, view, detail };
  const { override } = standing;
  const existing = view.options.filter(({ levels }) => levels.length > 0);
  const hidden = existing.length - detail.options;
  const next = nextStep(view);
  return card({
    text,
    speak: spoken(view, about),
    body: [
      row(title(nameWords(competency.names, text)), heldBadge(standing, about)),
      ...(override && view.risk?.code !== 'override'
        ? [noticeBox({ tone: 'warning', heading: overrideSentence(override, about) })]
        : []),
      ...(view.risk ? [riskBox(view.risk, about)] : []),
      ...ownNote(view, text),
      ...(next ? nextLines(next, existing.length > 1, about) : [line(`✓ ${text.say('competency.highest')}`)]),
      ...goalTrendLines({ trend: view.trend, goal: competency.id, now: goalSnapshot(standing) }, about),
      ...(existing.length > 1 && !competency.choice
        ? [note(text.say('competency.options', { count: existing.length }))]
        : []),
      ...existing.slice(0, detail.options).flatMap((option, index) =>
        fold({
          id: `option-${index}`,
          heading: optionHeading(option, next?.option, about),
          items: optionLines(option, about),
        }),
      ),
      ...(hidden > 0 ? [note(text.say('competency.more-options', { count: hidden }))] : []),
      ...footer(view, text),
    ],
    actions: actionsOf(view, next, about),
  });
}

function heldBadge({ level, override }: CompetencyStanding, about: About): CardElement {
  if (level === undefined) return note(about.text.say('level.none'));
  return override ? badge(heldWords(level, override, about), 'Warning') : levelBadge(level, about);
}

function riskBox(risk: Risk, about: About): CardElement {
  return noticeBox({
    tone: risk.code === 'reached' ? 'good' : isGrave(risk) ? 'urgent' : 'warning',
    heading: riskSentence(risk, about),
    open: { question: { ask: 'risk' }, title: about.text.say('button.risk') },
  });
}

/** When a specialization in which the company is enrolled is renewed. */
function ownNote({ own }: CompetencyView, text: Text): readonly CardElement[] {
  if (!own) return [];
  return [note(text.say('risk.own', { anniversary: text.date(own.anniversary), closes: text.date(own.closes) }))];
}

/** The next level by the option that is nearest to it. */
interface NextStep extends LevelView {
  readonly option: Option;
}

function nextStep({ standing, options, programme }: CompetencyView): NextStep | undefined {
  const next = nextLevel(standing, programme);
  const steps = options.flatMap(({ option, levels }) => levels.map((level) => ({ ...level, option })));
  return (
    next &&
    (steps.find((step) => step.standing === next) ??
      steps.find(({ standing: { level, progress } }) => level === next.level && progress === next.progress))
  );
}

/** How far the next level is, what it still lacks, and who comes nearest to filling it. */
function nextLines({ standing, gaps, option }: NextStep, isOneOfMany: boolean, about: About): readonly CardElement[] {
  const { score, figures } = standing;
  const best = bestAlternative(standing);
  const open = figures.filter(({ met }) => !met);
  return [
    ...(isOneOfMany ? [note(nameWords(option.names, about.text), { spacing: 'Medium' })] : []),
    levelHead(standing, about),
    ...(score ? [...nextPoints(standing, about), ...scoreSummary(standing, about)] : []),
    ...open.map((figure) => signedLine(false, figureWords(figure, about))),
    ...(score || best === undefined ? [] : openClauses(standing, gaps, about)),
  ];
}

function openClauses(standing: LevelStanding, gaps: readonly Gap[], about: About): readonly CardElement[] {
  const best = bestAlternative(standing)!;
  const { clauses, met } = standing.alternatives[best]!;
  if (met) return [];
  return clauseLines(standing, best, about).flatMap((words, index) => {
    const { counted, needed } = clauses[index]!;
    if (counted >= needed) return [];
    const gap = gaps.find(({ clause }) => clause.id === standing.branches[best]![index]!.id);
    return [words, ...(gap ? gapLines(gap, { ...about, detail: { ...about.detail, candidates: 1 } }) : [])];
  });
}

/** Whether the level is lost or will be, rather than held for the time being. */
function isGrave({ code }: Risk): boolean {
  return code === 'lost' || code === 'lapses';
}

function spoken({ competency, standing, programme }: CompetencyView, wording: Wording): string {
  const { text } = wording;
  const level =
    standing.level === undefined ? text.say('level.none') : heldWords(standing.level, standing.override, wording);
  const said = text.say('competency.speak.level', { competency: nameWords(competency.names, text), level });
  const next = nextLevel(standing, programme);
  if (!next) return said;
  const words = { percent: text.percent(next.progress), level: levelName(next.level, wording) };
  return text.sentences([said, text.say('competency.speak.next', { ...words, missing: missingWords(next, wording) })]);
}

interface About extends Wording {
  readonly view: CompetencyView;
  readonly detail: Detail;
}

type OptionView = CompetencyView['options'][number];

function isSetAside({ id: wanted }: Option, { view }: About): boolean {
  return view.standing.options.some(({ id, setAside }) => id === wanted && setAside);
}

/** The option, and how far its nearest level is; of the one that stands open above, that there is more. */
function optionHeading({ option, levels }: OptionView, shown: Option | undefined, about: About): string {
  const { text } = about;
  const name = nameWords(option.names, text);
  if (option.id === shown?.id) return text.say('competency.option-behind', { option: name });
  if (isSetAside(option, about)) return text.say('competency.option-aside', { option: name });
  const open = levels.find(({ standing }) => !standing.met);
  if (!open) return text.say('competency.option-met', { option: name });
  const { score, progress, level } = open.standing;
  if (score) return text.say('competency.option-points', { option: name, reached: totalWords(score, about) });
  const reached = text.percent(progress);
  return text.say('competency.option-open', { option: name, level: levelName(level, about), reached });
}

/** Every level of one option with all its conditions. */
function optionLines({ option, levels }: OptionView, about: About): readonly CardElement[] {
  return [
    ...(isSetAside(option, about) ? [note(about.text.say('competency.set-aside'))] : []),
    ...levels.flatMap((level) => levelLines(level, about)),
    ...(about.view.options.length > 1 ? [whyLine({ option, levels }, about)] : []),
  ];
}

function levelLines({ standing, gaps }: LevelView, about: About): readonly CardElement[] {
  return [
    levelHead(standing, about),
    ...(about.detail.charts ? scoreCharts(standing, about) : []),
    ...scoreLines(standing, about, about.detail),
    ...figureLines(standing, about),
    ...branchLines(standing, gaps, about),
    ...policyLines(standing, about.text),
  ];
}

function branchLines(standing: LevelStanding, gaps: readonly Gap[], about: About): readonly CardElement[] {
  const best = bestAlternative(standing);
  if (standing.score) return [];
  if (best === undefined) return [signedLine(true, about.text.say('requirements.no-people'))];
  const count = standing.alternatives.length;
  return [
    ...clauseLines(standing, best, about).flatMap((words, index) => {
      const gap = gaps.find(({ clause }) => clause.id === standing.branches[best]![index]!.id);
      return [words, ...(gap && !standing.met ? gapLines(gap, about) : [])];
    }),
    ...(count > 1 && !standing.met ? [note(about.text.say('competency.alternatives', { count }))] : []),
  ];
}

function gapLines({ places: count, candidates }: Gap, about: About): readonly CardElement[] {
  const { text, detail, view } = about;
  if (candidates.length === 0) return [note(text.say('gap.nobody', { count }))];
  return [
    note(text.say(view.seesNames ? 'gap.nearest' : 'gap.hidden', { count })),
    ...candidates.slice(0, detail.candidates).flatMap((candidate) => candidateLine(candidate, about)),
  ];
}

/** Nothing where the reader may not know who it is. */
function candidateLine({ person, missing }: Gap['candidates'][number], about: About): readonly CardElement[] {
  const { text, view } = about;
  const name = nameOf(person, view, text);
  if (name === undefined) return [];
  const words = text.say('gap.candidate', { count: missing.length, missing: credentialList(missing, about) });
  const parts = [{ words: '• ', isSubtle: true }, { words: name, weight: 'Bolder' as const }, { words: ` ${words}` }];
  return [runs(parts, { spacing: 'Small' })];
}

/** The next thing to do is the plan; the reasons behind the numbers come after it. */
function actionsOf(view: CompetencyView, next: NextStep | undefined, about: About): readonly IExecuteAction[] {
  const { text } = about;
  const competency = view.competency.id;
  const level = next?.standing.level;
  return [
    ...(level === undefined
      ? []
      : [button({ ask: 'plan', competency, level }, text.say('button.plan'), { style: 'positive' })]),
    ...enterFiguresButtons(competency, { ...view, isMissing: next !== undefined && lacksFigure(next.standing) }, text),
    ...whyButtons(view, next, about).slice(0, mostWhys),
    button({ ask: 'requirements', competency }, text.say('button.requirements')),
    button({ ask: 'progress' }, text.say('button.overview')),
  ];
}

const mostWhys = 3;

/** Of a single option every level can be asked about, of several the next one; the others are asked from their fold. */
function whyButtons(
  { competency, options }: CompetencyView,
  next: NextStep | undefined,
  about: About,
): readonly IExecuteAction[] {
  const [only] = options;
  const asked =
    options.length === 1 && only
      ? only.levels.map(({ standing }) => ({ standing, option: only.option }))
      : next
        ? [next]
        : options
            .flatMap(({ option, levels }) => levels.slice(-1).map(({ standing }) => ({ standing, option })))
            .slice(0, 1);
  return asked.map(({ standing: { level, met }, option }) =>
    button(
      { ask: 'why', competency: competency.id, level, option: option.id },
      about.text.say(met ? 'button.why' : 'button.why-not', { level: levelName(level, about) }),
    ),
  );
}

/** Asks why about the level of this option that is next, or the highest. */
function whyLine({ option, levels }: OptionView, about: About): CardElement {
  const { text, view } = about;
  const standings = levels.map(({ standing }) => standing);
  const { level } = (standings.find(({ met }) => !met) ?? standings.at(-1))!;
  const words = text.say('button.why-option', {
    option: nameWords(option.names, text),
    level: levelName(level, about),
  });
  const question = { ask: 'why', competency: view.competency.id, level, option: option.id } as const;
  return linkedLine({ question, title: words }, '');
}
