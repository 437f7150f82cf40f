/** The overview: where the partner stands in every competency, what is missing for the next level, and which is nearest. */
import type { CardElement, IExecuteAction } from '@microsoft/teams.cards';
import { valueOf } from '../../domain/basics/fraction';
import type { ClauseCount, CompetencyStanding, LevelStanding, Standing } from '../../domain/counting/standing';
import { button, card, group, line, note, row, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { bringInLines } from '../sections/bring-in';
import { bytesOf, mostBytes } from '../elements/size-limit';
import { footer } from '../sections/footer';
import { escapeMarkdown } from '../elements/escaped-text';
import { nextLevel } from '../sections/next-level';
import { pageOf, turning, type Page } from '../elements/page';
import { textBar } from '../elements/plain-text';
import type { Key, Text } from '../text';
import { missingWords } from '../words/missing';
import { totalWords } from '../words/points';
import { countWords, heldWords, nothingWords } from '../words/risk';
import { competencyName, levelName, type Wording, programmeName } from '../words/wording';
import type { CardSetting } from '../contract/view';
import type { RiskCounts } from '../../domain/membership/risk-count';

export interface OverviewView extends CardSetting {
  /** In numbers only, as it is kept. */
  readonly standing: Standing<ClauseCount>;
  /** What is at risk by the renewal; absent where there is nothing to renew. */
  readonly risks?: RiskCounts;
  readonly page: number;
  /** How many achievements are kept that this programme does not name; with `achievements` the base for saying so. */
  readonly unnamedAchievements: number;
  readonly achievements: number;
}

/** All on one page if they fit, for an overview is worth most when nothing has to be turned. */
const smallestPage = 6;
const pageSizes = [24, 12, smallestPage];
const mostSuggested = 2;
const longestName = 80;

interface Row {
  readonly standing: CompetencyStanding<ClauseCount>;
  readonly next?: LevelStanding<ClauseCount>;
}

/** The answer to "where do we stand": a page of all competencies, the highest levels and then the nearest ones first. */
export function overviewCard(view: OverviewView, text: Text): Card {
  const { partner, programme } = view;
  const wording = { text, programme };
  const names = [partner.name, programmeName(programme, text)].filter((name) => name !== '');
  const above = note(names.map((name) => escapeMarkdown(name, longestName)).join(' · '));
  if (!view.newestImport) return emptyCard(view, text, above);
  return standingCard(view, wording, { above, pageSize: pageSizeFor(view, wording, above) });
}

/** The largest page size at which every page stays under the size limit, so that paging leaves nothing out. */
function pageSizeFor(view: OverviewView, wording: Wording, above: CardElement): number {
  const count = view.standing.competencies.length;
  const fits = (pageSize: number) =>
    Array.from({ length: Math.ceil(count / pageSize) }, (_, index) => ({ ...view, page: index + 1 })).every(
      (page) => bytesOf(standingCard(page, wording, { above, pageSize })) <= mostBytes,
    );
  return pageSizes.find(fits) ?? smallestPage;
}

/** Whom the answer is about: the company, or its programme while the company has no name yet. */
function subjectOf({ partner, programme }: OverviewView, text: Text): string {
  return partner.name || programmeName(programme, text);
}

/** What is said while there is nothing to count. */
function emptyCard(view: OverviewView, text: Text, above: CardElement): Card {
  const answer = text.say('overview.no-data');
  return card({
    text,
    speak: text.say('overview.speak', { partner: subjectOf(view, text), levels: answer }),
    body: [above, title(answer), ...bringInLines(text), ...footer({ ...view, asOf: view.standing.asOf }, text)],
    actions: [button({ ask: 'help' }, text.say('button.help'))],
  });
}

interface Layout {
  readonly above: CardElement;
  readonly pageSize: number;
}

function standingCard(view: OverviewView, wording: Wording, { above, pageSize }: Layout): Card {
  const { text } = wording;
  const rows = rowsOf(view);
  const shown = pageOf(rows, view.page, pageSize);
  return card({
    text,
    speak: spoken(view, rows, wording),
    body: [
      above,
      title(levelCounts(view, wording).join(' · ')),
      ...riskLine(view, text),
      ...noneNamed(view, text),
      ...shown.items.map((one) => rowOf(one, wording)),
      note(hintOf(shown, text), { separator: true, spacing: 'Medium' }),
      ...someUnnamed(view, text),
      ...footer({ ...view, asOf: view.standing.asOf }, text),
    ],
    actions: actionsOf(view, { rows, shown }, wording),
  });
}

function rowsOf({ standing, programme }: OverviewView): readonly Row[] {
  const rank = ({ standing: { level } }: Row) => programme.levels.findIndex(({ id }) => id === level);
  const progress = ({ next }: Row) => next?.progress ?? 1;
  return standing.competencies
    .map((one): Row => {
      const next = nextLevel(one, programme);
      return { standing: one, ...(next && { next }) };
    })
    .sort((one, other) => rank(other) - rank(one) || progress(other) - progress(one));
}

/** How many competencies hold which level, the highest first. */
function levelCounts({ standing: { competencies }, programme }: OverviewView, wording: Wording): readonly string[] {
  const { text } = wording;
  const held = [...programme.levels].reverse().flatMap(({ id }) => {
    const count = competencies.filter(({ level }) => level === id).length;
    return count > 0 ? [text.say('overview.count', { count, level: levelName(id, wording) })] : [];
  });
  const rest = competencies.filter(({ level }) => level === undefined).length;
  if (held.length === 0) return [text.say('level.none-of-all')];
  return rest > 0 ? [...held, text.say('overview.rest', { count: rest })] : held;
}

function spoken(view: OverviewView, rows: readonly Row[], wording: Wording): string {
  const { text } = wording;
  const said = text.say('overview.speak', {
    partner: subjectOf(view, text),
    levels: text.list(levelCounts(view, wording)),
  });
  const [nearest] = nearestOf(rows);
  return nearest?.next ? text.sentences([said, nearestWords(nearest.standing.id, nearest.next, wording)]) : said;
}

function nearestWords(
  competency: string,
  { progress, level }: Pick<LevelStanding, 'progress' | 'level'>,
  wording: Wording,
): string {
  const { text } = wording;
  return text.say('overview.nearest', {
    competency: competencyName(competency, wording),
    percent: text.percent(progress),
    level: levelName(level, wording),
  });
}

/** Those with a next level that has begun, the nearest first. */
function nearestOf(rows: readonly Row[]): readonly Row[] {
  return rows
    .filter(({ next }) => next && next.progress > 0)
    .sort((one, other) => other.next!.progress - one.next!.progress);
}

const riskKeys: Partial<Record<RiskCounts['because'], Key>> = {
  window: 'overview.risk-window',
  ended: 'overview.risk-end',
};

/** Touching it tells more. Without a renewal ahead only what there is to say is said. */
function riskLine({ risks, programme }: OverviewView, text: Text): readonly CardElement[] {
  if (!risks) return [];
  const { until, because, counts, nothing } = risks;
  const words = countWords(counts, text);
  const isRenewed = until !== undefined;
  if (!isRenewed && words === '' && !nothing) return [];
  const told = nothing && nothingWords(nothing, until, { text, programme });
  const counted = words || text.say('overview.no-risk');
  const said = isRenewed
    ? text.say(riskKeys[because] ?? 'overview.risk', {
        date: text.date(until),
        counts: counted,
      })
    : text.say('overview.risk-year', { counts: counted });
  const isGrave = nothing !== undefined || counts.lost + counts.lapses > 0;
  const look = isGrave ? ({ color: 'Attention', weight: 'Bolder' } as const) : {};
  const spoken = [...(told ? [told] : []), ...(told && words === '' ? [] : [said])];
  const lines = spoken.map((one) => line(`${isGrave ? '⚠ ' : ''}${one}`, look));
  return [group(lines, { question: { ask: 'risk' }, title: text.say('button.risk') })];
}

/** Said first, because the levels below it are then empty for a reason that is not the partner's. */
function noneNamed({ achievements: count, unnamedAchievements }: OverviewView, text: Text): readonly CardElement[] {
  if (count === 0 || unnamedAchievements < count) return [];
  return [line(text.say('overview.unnamed.all', { count }), { weight: 'Bolder' })];
}

function someUnnamed(
  { achievements: count, unnamedAchievements: unnamed }: OverviewView,
  text: Text,
): readonly CardElement[] {
  return unnamed > 0 && unnamed < count ? [note(text.say('overview.unnamed.some', { unnamed, count }))] : [];
}

function rowOf({ standing: { id, level, override }, next }: Row, wording: Wording): CardElement {
  const { text } = wording;
  const name = competencyName(id, wording);
  const held = level === undefined ? note(text.say('level.none')) : line(heldWords(level, override, wording), heldLook);
  return group([row(line(name, { weight: 'Bolder' }), held), ...(next ? [nextLine(next, wording)] : [])], {
    question: { ask: 'competency', competency: id },
    title: text.say('button.open', { name }),
  });
}

const heldLook = { weight: 'Bolder', color: 'Good' } as const;

/** One line instead of a drawn bar: eighteen of those would leave no room for words. */
function nextLine(next: LevelStanding<ClauseCount>, wording: Wording): CardElement {
  const { text } = wording;
  const missing = text.say('overview.next', {
    level: levelName(next.level, wording),
    missing: missingWords(next, wording),
  });
  const { score } = next;
  if (score)
    return note(`${textBar(valueOf(score.points) / valueOf(score.of))} ${totalWords(score, wording)} · ${missing}`);
  return note(`${textBar(next.progress)} ${text.percent(next.progress)} · ${missing}`);
}

function hintOf({ number, pages }: Page<Row>, text: Text): string {
  const hint = text.say('overview.hint');
  return pages > 1 ? `${text.say('page.number', { page: number, pages })} · ${hint}` : hint;
}

function actionsOf(
  { seesNames }: OverviewView,
  { rows, shown }: { readonly rows: readonly Row[]; readonly shown: Page<Row> },
  wording: Wording,
): readonly IExecuteAction[] {
  const { text } = wording;
  const suggested = nearestOf(rows).slice(0, mostSuggested);
  return [
    ...suggested.map(({ standing: { id } }) =>
      button({ ask: 'competency', competency: id }, competencyName(id, wording)),
    ),
    ...turning(shown, (page) => ({ ask: 'progress', page }), text),
    ...(seesNames ? [button({ ask: 'people' }, text.say('button.people'))] : []),
    button({ ask: 'help' }, text.say('button.help')),
  ];
}
