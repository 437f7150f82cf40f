/** `renewed <date>`: a membership that was renewed, recorded by admins. */
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/view';
import { renewed as renewedOn } from '../../../domain/membership/membership';
import { wholeDates } from '../../recognizers/day-argument';
import { findHeard, type Command, type Phrases, type Reading } from '../command';
import type { Heard } from '../../language/utterance';
import { lookAtPartner } from '../../partner/partner-snapshot';
import { membershipReply, recordMembership } from '../../corrections/membership-reply';
import { refused } from '../../context/reply';

const hears: Phrases = {
  en: ['renewed', 'we renewed', 'has been renewed'],
  'zh-CN': ['已续订', '续订于', '已经续订'],
  'zh-TW': ['已續約', '續約於', '已經續約'],
  'ru-RU': ['продлено', 'продлили', 'продлен'],
  'pt-BR': ['renovado', 'renovada', 'renovamos', 'renovada em'],
};

function parse(heard: Heard, reading: Reading): Question | Refusal | undefined {
  const dated = wholeDates(heard, reading);
  if (!findHeard(dated?.rest ?? heard, hears)) return undefined;
  if (!dated) return { ask: 'renewed' };
  const made = dated.dates.map((on) => ({ label: on, question: { ask: 'renewed' as const, on } }));
  return made.length === 1 ? made[0]!.question : { code: 'ambiguous', heard: heard.said, candidates: made };
}

/** `renewed <date>`, and the button while the window is open. */
export const renewed: Command<'renewed'> = {
  name: 'renewed',
  hears,
  isForAdmins: true,
  parse,
  async answer({ on }, ask, world) {
    if (on !== undefined)
      return recordMembership(
        { to: (before, { policies, asOf }) => renewedOn(on, before, { policies, today: asOf }) },
        ask,
        world,
      );
    const look = await lookAtPartner(ask, world);
    if (!look.isAdmin) return refused({ code: 'admins-only' }, world.text(ask.locale));
    return membershipReply({ ask, world, look }, { refusal: { code: 'no-renewal-date' } });
  },
};
