/** One competency: every option and level, how far each is, what is missing, and who comes nearest to filling it. */
import type { CardElement, IExecuteAction } from '@microsoft/teams.cards';
import { bestAlternative, type Gap } from '../../domain/counting/gap';
import type { Option, Competency } from '../../domain/programme/programme';
import type { Risk } from '../../domain/membership/risk';
import type { LevelStanding, CompetencyStanding } from '../../domain/counting/standing';
import { noticeBox } from '../elements/blocks';
import { badge, button, card, heading, mostActions, note, row, runs, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { fitToSize } from '../elements/size-limit';
import { footer } from '../sections/footer';
import { nextLevel } from '../sections/next-level';
import { clauseLines, figureLines, levelHead, policyLines, signedLine } from '../sections/level-lines';
import { scoreLines, type ScoreDetail } from '../sections/score-lines';
import type { Text } from '../text';
import { credentialList } from '../words/credential';
import { missingWords } from '../words/missing';
import { heldWords, overrideSentence, riskSentence } from '../words/risk';
import { nameOf } from '../words/who';
import { levelName, nameWords, type Wording } from '../words/wording';
import type { CardSetting } from '../contract/view';
import type { CalendarDate } from '../../domain/basics/date';
import type { Person } from '../../domain/partner/person';

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
  /** Everyone whose id occurs in the standing, to print names. */
  readonly people: ReadonlyMap<string, Person>;
}

/** How much is told: so many options, so many candidates for each gap, and whether the parts of a score. */
interface Detail extends ScoreDetail {
  readonly options: number;
  readonly candidates: number;
}

const details: readonly [Detail, ...Detail[]] = [
  { options: 20, candidates: 3, parts: true },
  { options: 20, candidates: 1, parts: true },
  { options: 6, candidates: 1, parts: false },
  { options: 3, candidates: 1, parts: true },
  { options: 1, candidates: 0, parts: false },
];

/** The answer to "how far are we with this competency". */
export function competencyCard(view: CompetencyView, text: Text): Card {
  return fitToSize(details, (detail) => detailedCard(view, text, detail));
}

function detailedCard(view: CompetencyView, text: Text, detail: Detail): Card {
  const { competency, standing, programme } = view;
  const wording = { text, programme };
  const { override } = standing;
  const level = standing.level === undefined ? text.say('level.none') : heldWords(standing.level, override, wording);
  const existing = view.options.filter(({ levels }) => levels.length > 0);
  const hidden = existing.length - detail.options;
  return card({
    text,
    speak: spoken(view, wording),
    body: [
      row(title(nameWords(competency.names, text)), standing.level === undefined ? note(level) : badge(level)),
      ...(override && view.risk?.code !== 'override'
        ? [noticeBox({ tone: 'warning', heading: overrideSentence(override, wording) })]
        : []),
      ...(view.risk
        ? [
            noticeBox({
              tone: isGrave(view.risk) ? 'urgent' : 'warning',
              heading: riskSentence(view.risk, wording),
              open: { question: { ask: 'risk' }, title: text.say('button.risk') },
            }),
          ]
        : []),
      ...(existing.length > 1 && !competency.choice
        ? [note(text.say('competency.options', { count: existing.length }))]
        : []),
      ...existing.slice(0, detail.options).flatMap((option) => optionLines(option, { ...wording, view, detail })),
      ...(hidden > 0 ? [note(text.say('competency.more-options', { count: hidden }))] : []),
      ...footer(view, text),
    ],
    actions: actionsOf(view, wording),
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

function optionLines(
  { option, levels }: { readonly option: Option; readonly levels: readonly LevelView[] },
  about: About,
): readonly CardElement[] {
  const isSetAside = about.view.standing.options.some(({ id, setAside }) => id === option.id && setAside);
  return [
    heading(nameWords(option.names, about.text), { separator: true }),
    ...(isSetAside ? [note(about.text.say('competency.set-aside'))] : []),
    ...levels.flatMap((level) => levelLines(level, about)),
  ];
}

function levelLines({ standing, gaps }: LevelView, about: About): readonly CardElement[] {
  return [
    levelHead(standing, about),
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

function actionsOf(view: CompetencyView, wording: Wording): readonly IExecuteAction[] {
  const { text } = wording;
  const competency = view.competency.id;
  const risk = view.risk ? [button({ ask: 'risk' }, text.say('button.risk'))] : [];
  const reserved = 2 + risk.length;
  return [
    ...whyButtons(view, wording).slice(0, mostActions - reserved),
    ...risk,
    button({ ask: 'requirements', competency }, text.say('button.requirements')),
    button({ ask: 'progress' }, text.say('button.overview')),
  ];
}

/** Of a single option every level can be asked about, of several the level that is next, or the highest. */
function whyButtons({ competency, options }: CompetencyView, wording: Wording): readonly IExecuteAction[] {
  const { text } = wording;
  const isSingle = options.length === 1;
  return options.flatMap(({ option, levels }) => {
    const standings = levels.map(({ standing }) => standing);
    const next = standings.find(({ met }) => !met) ?? standings.at(-1);
    return (isSingle ? standings : next ? [next] : []).map(({ level: id, met }) => {
      const level = levelName(id, wording);
      const words = isSingle
        ? text.say(met ? 'button.why' : 'button.why-not', { level })
        : text.say('button.why-option', { option: nameWords(option.names, text), level });
      return button({ ask: 'why', competency: competency.id, level: id, option: option.id }, words);
    });
  });
}
