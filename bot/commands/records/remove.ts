/** `remove <credential> [person]`: takes an achievement off somebody's record; for admins. */
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/view';
import { indexCredentials } from '../../../domain/programme/credential';
import { mostCandidates } from '../../recognizers/competency-argument';
import { aboutCredential, candidatesFor } from '../../recognizers/credential-argument';
import { findSubject, mayFollow } from '../../recognizers/person-argument';
import { beside, findHeard, type Command, type Phrases, type Reading } from '../command';
import { propose, replyAtOnce } from '../../corrections/correction-reply';
import type { Heard } from '../../language/utterance';
import { lookAtFacts } from '../../partner/partner-snapshot';
import { refused } from '../../context/reply';

/** Also what is said to take other things away. */
export const removing: Phrases = {
  en: ['remove', 'delete', 'erase'],
  'zh-CN': ['移除', '删除'],
  'zh-TW': ['移除', '刪除'],
  'ru-RU': ['удалить', 'удали', 'удалите', 'убрать', 'убери'],
  'pt-BR': ['remover', 'remova', 'excluir', 'apagar'],
};

function parse(heard: Heard, reading: Reading): Question | Refusal | undefined {
  const span = findHeard(heard, removing);
  if (!span || !mayFollow(heard, span.start)) return undefined;
  return aboutCredential(beside(heard, removing)!, reading, (achieved) => ({ ask: 'remove', ...achieved }));
}

/** `remove <credential> [person]`: every time that it was completed. */
export const remove: Command<'remove'> = {
  name: 'remove',
  hears: removing,
  isForAdmins: true,
  parse,
  async answer(question, ask, world) {
    const text = world.text(ask.locale);
    const atOnce = await replyAtOnce(question, 'person', { ask, world });
    if (atOnce) return atOnce;
    const look = await lookAtFacts(ask, world);
    const { credential } = question;
    const make = (person: string) => ({ ask: 'remove', credential, person }) as const;
    const found = await findSubject(question.person, make, { look, ask });
    if ('refusal' in found) return refused(found.refusal, text);
    const { id, achievements } = found.person;
    const credentialOf = indexCredentials(look.programme.credentials);
    const removed = achievements.filter((one) => credentialOf(one)?.id === credential);
    if (removed.length === 0) {
      const held = [...new Set(achievements.flatMap((one) => credentialOf(one)?.id ?? []))].slice(0, mostCandidates);
      const nearest = candidatesFor(held, look.programme, (other) => ({ ...make(id), credential: other }));
      return refused({ code: 'not-on-record', nearest }, text);
    }
    const change = { kind: 'removed', person: id, achievements: removed } as const;
    return propose({ question: make(id), change, confirm: question.confirm }, look, { ask, world });
  },
};
