/** Risk: which levels are lost, which will lapse and why, and which hang on one person, seen for the renewal day. */
import type { CardElement, IExecuteAction } from '@microsoft/teams.cards';
import { button, card, group, line, note, row, title } from '../elements/elements';
import { bringInLines } from '../sections/bring-in';
import type { Card } from '../elements/card';
import { fitToSize } from '../elements/size-limit';
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
  const wording = { text, programme };
  const { headline, answer } = headlineOf(view, text);
  const hidden = lines.length - detail.lines;
  return card({
    text,
    speak: answer === undefined ? headline : text.sentences([text.say('sentence.stop', { words: headline }), answer]),
    body: [
      note(`${escapeMarkdown(partner.name, longestPartner)} · ${programmeName(programme, text)}`),
      title(headline),
      ...(answer === undefined ? [] : [line(answer, { weight: 'Bolder' })]),
      ...stateLines(view, text),
      note(
        text.say(`risk.seen.${view.because}`, {
          date: text.date(view.until),
          when: view.asOf > view.until ? 'past' : 'ahead',
        }),
      ),
      ...lines.slice(0, detail.lines).map((one) => riskGroup(one, { ...wording, view, detail })),
      ...(hidden > 0 ? [note(text.say('risk.more', { count: hidden, ...goalNoun(view) }))] : []),
      ...safeLine(view, text),
      ...footer(view, text),
    ],
    actions: actionsOf(view, wording),
  });
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
  const isAlert = lines.some(({ state }) => state === 'at-risk');
  return isAlert ? { headline: text.say('risk.alert', goalNoun(view)), answer: counts } : { headline: counts };
}

function stateLines({ counts, programme }: RiskView, text: Text): readonly CardElement[] {
  const words = counts.map(({ state, count }) => text.say(`state.count.${state}`, { count }));
  return words.length > 0
    ? [
        line(
          text.say('state.summary', { states: words.join(' · '), ...goalNoun({ programme }) }),
          {},
          { spacing: 'Small' },
        ),
      ]
    : [];
}

interface About extends AboutRisk {
  readonly view: RiskView;
  readonly detail: Detail;
}

function riskGroup({ risk, state, standing }: RiskLine, about: About): CardElement {
  const { text } = about;
  const name = competencyName(risk.competency, about);
  const isGrave = risk.code !== 'thin' && risk.code !== 'reached';
  const head = line(name, { weight: 'Bolder' });
  const stateWords = state && line(text.say(`state.${state}`), isGrave ? { color: 'Attention', weight: 'Bolder' } : {});
  const missing = standing ? missingWords(standing, about) : '';
  return group(
    [
      stateWords ? row(head, stateWords) : head,
      ...riskWords(risk, about).map((words) => line(words, {}, { spacing: 'Small' })),
      ...(missing === '' ? [] : [note(text.say('risk.missing', { missing }))]),
    ],
    { question: { ask: 'competency', competency: risk.competency }, title: text.say('button.open', { name }) },
  );
}

/** The last day to pass an exam, while there is still something to pass and a day to come. */
function safeLine({ renewal, lines, asOf }: RiskView, text: Text): readonly CardElement[] {
  if (!renewal || renewal.phase !== 'running' || !lines.some(({ standing }) => standing)) return [];
  const { lastSafeExam, anniversary } = renewal;
  const code = lastSafeExam < asOf ? 'passed' : 'ahead';
  const dates = { date: text.date(lastSafeExam), anniversary: text.date(anniversary) };
  return [line(text.say(`risk.safe.${code}`, dates), {}, { separator: true, spacing: 'Medium' })];
}

const mostSuggested = 2;

function actionsOf({ lines, renewal }: RiskView, wording: Wording): readonly IExecuteAction[] {
  const { text } = wording;
  return [
    ...lines
      .slice(0, mostSuggested)
      .map(({ risk: { competency } }) =>
        button({ ask: 'competency', competency }, competencyName(competency, wording)),
      ),
    ...(lines.length > 0 ? [button({ ask: 'plan' }, text.say('button.plan'))] : []),
    renewal
      ? button({ ask: 'renewal' }, text.say('button.renewal'))
      : button({ ask: 'membership' }, text.say('button.membership')),
    button({ ask: 'progress' }, text.say('button.overview')),
  ];
}
