/** What a correction changes, in words. */
import { indexCredentials } from '../../domain/programme/credential';
import type { FactChange, OverrideChange } from '../../domain/partner/correction';
import type { Figure } from '../../domain/partner/figure';
import type { LevelChange } from '../../domain/planning/what-if';
import type { ChangeState } from '../contract/view';
import { escapeMarkdown } from '../elements/escaped-text';
import { costsChangeWords } from './cost';
import { credentialTitle } from './credential';
import { amountWords, metricName } from './figure';
import { competencyName, levelName, type Wording } from './wording';

const longestTitle = 120;

/** The change in one sentence. `name` is what the person is called. */
export function changeWords(change: FactChange, state: ChangeState, { name, ...wording }: Wording & { name: string }) {
  const { text } = wording;
  if (change.kind === 'left') return text.say('correction.left', { state, name, date: text.date(change.after) });
  if (change.kind === 'figure') {
    const metric = metricName(change.after.metric, wording);
    return text.say('correction.figure', { state, metric, value: figureValue(change.after, wording) });
  }
  if (change.kind === 'override') return overrideChangeWords(change, state, wording);
  if (change.kind === 'costs') return costsChangeWords(change, state, wording);
  if (change.kind === 'joined') return text.say('correction.joined', { state, name });
  const achievements = change.kind === 'completed' ? [change.achievement] : change.achievements;
  const credential = achievementTitle(achievements[0]!.title, wording);
  return text.say(`correction.${change.kind}`, { state, name, credential });
}

function overrideChangeWords(
  { competency, before, after }: OverrideChange,
  state: ChangeState,
  wording: Wording,
): string {
  const { text } = wording;
  const told = (after ?? before)!;
  const about = { state, competency: competencyName(competency, wording), level: levelName(told.level, wording) };
  return after
    ? text.say('correction.override', { ...about, date: text.date(told.until) })
    : text.say('correction.override-removed', about);
}

/** The value of a figure with its unit. */
export function figureValue({ metric, value }: Figure, wording: Wording): string {
  if (typeof value === 'boolean') return wording.text.say('correction.yes-no', { value: value ? 'yes' : 'no' });
  return amountWords(value, metric, wording);
}

/** The title of an achievement, the official one where the programme knows it. */
function achievementTitle(title: string, wording: Wording): string {
  const credential = indexCredentials(wording.programme.credentials)({ title });
  return credential ? credentialTitle(credential.id, wording) : escapeMarkdown(title, longestTitle);
}

/** One competency whose level changes. */
export function levelChangeWords({ competency, before, after }: LevelChange, wording: Wording): string {
  const { text } = wording;
  return text.say('correction.level', {
    competency: competencyName(competency, wording),
    before: before === undefined ? text.say('level.none') : levelName(before, wording),
    after: after === undefined ? text.say('level.lost') : levelName(after, wording),
  });
}
