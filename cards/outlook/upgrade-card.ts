/** The upgrade: for each benefit pack whether it may be bought today, what carries it, or what is nearest to it. */
import type { CardElement } from '@microsoft/teams.cards';
import type { Carrier, UpgradeOffer } from '../../domain/membership/upgrade';
import { badge, button, card, group, line, note, row, title } from '../elements/elements';
import { bringInLines } from '../sections/bring-in';
import type { Card } from '../elements/card';
import { footer } from '../sections/footer';
import { escapeMarkdown } from '../elements/escaped-text';
import type { Text } from '../text';
import { missingWords } from '../words/missing';
import { competencyName, levelName, listOf, type Wording, goalNoun, programmeName } from '../words/wording';
import type { CardSetting } from '../contract/view';
import type { CalendarDate } from '../../domain/basics/date';

export interface UpgradeView extends CardSetting {
  readonly asOf: CalendarDate;
  /** From the lowest level. */
  readonly offers: readonly UpgradeOffer[];
}

const longestPartner = 80;
const mostCarriers = 8;

/** The answer to "which benefit pack may we buy". */
export function upgradeCard(view: UpgradeView, text: Text): Card {
  const { partner, programme, offers, newestImport } = view;
  const wording = { text, programme };
  const headline = newestImport ? headlineOf(view, wording) : text.say('overview.no-data');
  const highestFirst = [...offers].reverse();
  return card({
    text,
    speak: text.say('sentence.stop', { words: headline }),
    body: [
      note(`${escapeMarkdown(partner.name, longestPartner)} · ${programmeName(programme, text)}`),
      title(headline),
      ...(newestImport ? highestFirst.map((offer) => offerGroup(offer, { ...wording, view })) : bringInLines(text)),
      ...footer(view, text),
    ],
    actions: [
      button({ ask: 'profile' }, text.say('button.profile')),
      button({ ask: 'benefits' }, text.say('button.benefits')),
      button({ ask: 'membership' }, text.say('button.membership'), { mode: 'secondary' }),
      button({ ask: 'renewal' }, text.say('button.renewal'), { mode: 'secondary' }),
      button({ ask: 'progress' }, text.say('button.overview')),
    ],
  });
}

function packName(level: string, wording: Wording): string {
  return wording.text.say('upgrade.pack', { level: levelName(level, wording) });
}

function headlineOf({ offers }: UpgradeView, wording: Wording): string {
  const { text } = wording;
  const open = offers.filter(({ code }) => code === 'open' || code === 'renewable');
  if (open.length === 0) return text.say('upgrade.none');
  return text.say('upgrade.heading', { packs: text.list(open.map(({ level }) => packName(level, wording))) });
}

interface About extends Wording {
  readonly view: UpgradeView;
}

function offerGroup(offer: UpgradeOffer, about: About): CardElement {
  const { text } = about;
  const isOpen = offer.code === 'open' || offer.code === 'renewable';
  const words = text.say(`upgrade.state.${offer.code}`);
  const state = isOpen ? badge(words) : line(words);
  return group([
    row(line(packName(offer.level, about), { weight: 'Bolder' }), state),
    ...reasonLines(offer, about).map((words) => line(words, {}, { spacing: 'Small' })),
    ...(offer.isImplied ? [note(text.say('upgrade.implied'))] : []),
  ]);
}

function reasonLines({ level, code, carriers, nearest }: UpgradeOffer, about: About): readonly string[] {
  const { text, view } = about;
  if (nearest) {
    const competency = competencyName(nearest.competency, about);
    return [text.say('upgrade.nearest', { competency, missing: missingWords(nearest.standing, about) })];
  }
  const names = carriers.map((carrier) => carrierWords(carrier, about));
  const held = view.partner.membership?.level;
  return [
    ...(names.length > 0
      ? [text.say('upgrade.carried', { names: listOf(names, text, mostCarriers), ...goalNoun(about) })]
      : []),
    ...(code === 'open'
      ? [text.say('upgrade.profile', { levels: profileWords(level, about), ...goalNoun(about) })]
      : []),
    ...(code === 'open' && held !== undefined && held !== level ? [text.say('upgrade.terms')] : []),
  ];
}

/** The competency, and that an override alone holds its level if so. */
function carrierWords({ competency, overrideUntil }: Carrier, about: About): string {
  const { text } = about;
  const name = competencyName(competency, about);
  return overrideUntil === undefined
    ? name
    : text.say('upgrade.override', { competency: name, date: text.date(overrideUntil) });
}

/** After it the business profile shows the competencies of this level and of those below. */
function profileWords(level: string, about: About): string {
  const { levels } = about.programme;
  const rank = levels.findIndex(({ id }) => id === level);
  return about.text.list(levels.slice(0, rank + 1).map(({ id }) => levelName(id, about)));
}
