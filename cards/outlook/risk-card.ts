/** Risk: which levels are lost, which will lapse and why, and which hang on one person, seen for the renewal day. */
import type { CardElement, IExecuteAction } from '@microsoft/teams.cards';
import { fold, namedLine, noticeBox, tapRow } from '../elements/blocks';
import { button, card, line, note, title } from '../elements/elements';
import { bringInLines } from '../sections/bring-in';
import type { Card } from '../elements/card';
import { fitToSize } from '../elements/size-limit';
import { riskBadge } from '../sections/risk-tone';
import { footer } from '../sections/footer';
import { escapeMarkdown } from '../elements/escaped-text';
import type { Text } from '../text';
import type { RiskLine, RiskView } from '../contract/view';
import { missingWords } from '../words/missing';
import { nothingWords, riskCounts } from '../words/risk';
import { type AboutRisk, riskWords } from '../words/risk-causes';
import { competencyName, type Wording, goalNoun, programmeName } from '../words/wording';

/** How much is told: so many competencies, and so many causes or people for each. */
interface Detail {
  readonly lines: number;
  readonly causes: number;
}

const details: readonly [Detail, ...Detail[]] = [
  { lines: 30, causes: 4 },
  { lines: 20, causes: 1 },
  { lines: 8, causes: 1 },
  { lines: 3, causes: 1 },
];

const longestPartner = 80;

/** The answer to "what is at risk". */
export function riskCard(view: RiskView, text: Text): Card {
  return view.newestImport ? fitToSize(details, (detail) => detailedCard(view, text, detail)) : emptyCard(view, text);
}

/** Where nothing is kept nothing is at risk, which would be no answer. */
function emptyCard(view: RiskView, text: Text): Card {
  const answer = text.say('overview.no-data');
  return card({
    text,
    speak: answer,
    body: [title(answer), ...bringInLines(text), ...footer(view, text)],
    actions: [
      button({ ask: 'membership' }, text.say('button.membership')),
      button({ ask: 'help' }, text.say('button.help')),
    ],
  });
}

function detailedCard(view: RiskView, text: Text, detail: Detail): Card {
  const { partner, programme, lines } = view;
  const about = { text, programme, view, detail };
  const { headline, answer } = headlineOf(view, text);
  const hidden = lines.length - detail.lines;
  const shown = lines.slice(0, detail.lines).map((one) => riskRow(one, about));
  return card({
    text,
    speak: answer === undefined ? headline : text.sentences([text.say('sentence.stop', { words: headline }), answer]),
    body: [
      note(`${escapeMarkdown(partner.name, longestPartner)} · ${programmeName(programme, text)}`),
      title(headline),
      ...(answer === undefined ? [] : [line(answer, { weight: 'Bolder' }, { spacing: 'Small' })]),
      note(
        text.say(`risk.seen.${view.because}`, {
          date: text.date(view.until),
          when: view.asOf > view.until ? 'past' : 'ahead',
        }),
      ),
      ...(view.booked === undefined
        ? []
        : [note(text.say('risk.booked', { count: view.booked, date: text.date(view.until) }))]),
      ...safeLine(view, text),
      ...shown.slice(0, mostOpen),
      ...restFold(shown.slice(mostOpen), hidden, about),
      ...stateFold(view, about),
      ...footer(view, text),
    ],
    actions: actionsOf(view, text),
  });
}

/** So many rows stand open; what is worst and soonest comes first. */
const mostOpen = 4;

function restFold(rows: readonly CardElement[], hidden: number, { text, view }: About): readonly CardElement[] {
  const more = (count: number) => text.say('risk.more', { count, ...goalNoun(view) });
  const untold = hidden > 0 ? [note(more(hidden))] : [];
  return rows.length === 0
    ? untold
    : fold({ id: 'more-risks', heading: more(rows.length + Math.max(0, hidden)), items: [...rows, ...untold] });
}

/** In the words of Partner Center where its alert would be raised; then our own count is the answer beside it. */
function headlineOf(view: RiskView, text: Text): { readonly headline: string; readonly answer?: string } {
  const { lines, because, nothing, programme } = view;
  const counts = lines.length === 0 ? '' : riskCounts(lines, text);
  if (because === 'ended' && view.asOf > view.until)
    return { headline: text.say('risk.ended', { date: text.date(view.until) }) };
  if (because === 'lapsed' && lines.length === 0) return { headline: text.say('risk.none-lapsed') };
  if (nothing) {
    const headline = nothingWords(nothing, view.until, { text, programme });
    return counts === '' ? { headline } : { headline, answer: counts };
  }
  if (lines.length === 0) return { headline: text.say('risk.none') };
  const isAlert = lines.some(({ state, risk }) => state === 'at-risk' && !risk.own);
  return isAlert ? { headline: text.say('risk.alert', goalNoun(view)), answer: counts } : { headline: counts };
}

/** The terms of Partner Center are kept at hand, but they do not answer what to do. */
function stateFold({ counts, lines, programme }: RiskView, about: Wording): readonly CardElement[] {
  const { text } = about;
  const words = counts.map(({ state, count }) => text.say(`state.count.${state}`, { count }));
  if (words.length === 0) return [];
  const states = text.say('state.summary', { states: words.join(' · '), ...goalNoun({ programme }) });
  const each = lines.flatMap(({ risk, state }) =>
    state ? [namedLine(competencyName(risk.competency, about), text.say(`state.${state}`))] : [],
  );
  return each.length === 0
    ? [note(states)]
    : fold({ id: 'states', heading: text.say('state.heading'), items: [note(states), ...each] });
}

interface About extends AboutRisk {
  readonly view: RiskView;
  readonly detail: Detail;
}

/** One risk: what is in danger, how gravely, since or until when and why, and what is missing. */
function riskRow({ risk, standing }: RiskLine, about: About): CardElement {
  const { text } = about;
  const name = competencyName(risk.competency, about);
  const missing = standing ? missingWords(standing, about) : '';
  return tapRow({
    name,
    badge: riskBadge({ code: risk.code, count: risk.code === 'thin' ? risk.people.length : 0 }, text),
    below: [
      ...riskWords(risk, about).map((words) => line(words, {}, { spacing: 'None' })),
      ...(missing === '' ? [] : [note(text.say('risk.missing', { missing }), { spacing: 'None' })]),
    ],
    open: { question: { ask: 'competency', competency: risk.competency }, title: text.say('button.open', { name }) },
  });
}

/** The last day to pass an exam, while there is still something to pass and a day to come. */
function safeLine({ renewal, lines, asOf }: RiskView, text: Text): readonly CardElement[] {
  if (!renewal || renewal.phase !== 'running' || !lines.some(({ standing, risk }) => standing && !risk.own)) return [];
  const { lastSafeExam, anniversary } = renewal;
  const code = lastSafeExam < asOf ? 'passed' : 'ahead';
  const dates = { date: text.date(lastSafeExam), anniversary: text.date(anniversary) };
  return [noticeBox({ tone: code === 'passed' ? 'warning' : 'note', heading: text.say(`risk.safe.${code}`, dates) })];
}

/** The plan keeps what is in danger; each competency opens from its row. */
function actionsOf({ lines, renewal }: RiskView, text: Text): readonly IExecuteAction[] {
  return [
    ...(lines.length > 0 ? [button({ ask: 'plan' }, text.say('button.plan'), { style: 'positive' })] : []),
    renewal
      ? button({ ask: 'renewal' }, text.say('button.renewal'))
      : button({ ask: 'membership' }, text.say('button.membership')),
    button({ ask: 'progress' }, text.say('button.overview')),
  ];
}
