/** What a manager can act on in words: how much there is of it, and each matter of a person. */
import type { TeamMatter } from '../../domain/alerts/notice';
import { teamDays } from '../../domain/alerts/team-notices';
import type { Text } from '../text';
import type { ReasonOf } from './alert';
import { bookableTitle, credentialTitle } from './credential';
import type { Wording } from './wording';

/** How many of each there are, in one line and without a name; what there is none of is not said. */
export function teamCountWords({ counts }: ReasonOf<'team'>, text: Text): string {
  const { onboarding, ending, declined, ...tasks } = counts;
  const told = [
    ...(tasks.tasks > 0 ? [text.say('alert.team.tasks', { ...tasks })] : []),
    ...(declined > 0 ? [text.say('alert.team.declined', { count: declined })] : []),
    ...(onboarding > 0 ? [text.say('alert.team.onboarding', { count: onboarding })] : []),
    ...(ending > 0 ? [text.say('my-team.ending', { count: ending, days: teamDays })] : []),
  ];
  return told.join(' · ');
}

/** What it is about one person, beside the name. */
export function teamMatterWords(matter: TeamMatter, about: Wording): string {
  const { text } = about;
  const date = text.date(matter.on);
  if (!('credential' in matter)) return text.say(`alert.team.is.${matter.is}`, { date });
  const { is, credential } = matter;
  if (is === 'ending') return text.say('my-team.ends', { credential: credentialTitle(credential, about), date });
  return text.say(`alert.team.is.${is}`, { credential: bookableTitle(credential, about), date });
}
