/** `completed <credential> [person] [date]`: enters an achievement by hand; for admins, and as a claim for oneself. */
import type { Question } from '../../cards/question';
import type { Refusal } from '../../cards/view';
import { claimSource } from '../../domain/claim';
import { sourceOf } from '../../domain/correction';
import { indexCredentials, type Credential } from '../../domain/credential';
import type { Programme } from '../../domain/programme';
import { aboutCredential } from '../about-credential';
import { aboutDay, dayIn } from '../about-day';
import { findSubject, mayFollow } from '../about-person';
import { beside, findHeard, type Command, type Phrases, type Reading } from '../command';
import { correctionSource } from '../correcting';
import { propose, replyAtOnce } from '../correction-reply';
import type { Heard } from '../heard';
import { findPerson } from '../find-person';
import { lookAtFacts, lookAtPartner } from '../look';
import { refused } from '../reply';

const hears: Phrases = {
  en: ['completed', 'has completed', 'passed', 'has passed', 'earned', 'has earned', 'certified in'],
  'zh-CN': ['完成了', '已完成', '通过了', '已通过', '考过'],
  'zh-TW': ['完成了', '已完成', '通過了', '已通過', '考過'],
  'ru-RU': ['сдал', 'сдала', 'получил', 'получила', 'сдан экзамен'],
  'pt-BR': ['concluiu', 'concluído', 'passou em', 'passou no', 'obteve', 'foi aprovado em'],
};

function parse(heard: Heard, reading: Reading): Question | Refusal | undefined {
  const span = findHeard(heard, hears);
  if (!span || !mayFollow(heard, span.start)) return undefined;
  return aboutDay(heard, reading, ({ on, rest }) =>
    aboutCredential(beside(rest, hears)!, reading, (achieved) => ({
      ask: 'completed',
      ...achieved,
      ...(on && { on }),
    })),
  );
}

/** What the achievement is called on record: the official title, or the id where that is surer to be known again. */
function titleFor({ id, titles }: Credential, { credentials }: Programme): string {
  return indexCredentials(credentials)({ title: titles[0] })?.id === id ? titles[0] : id;
}

/** `completed <credential> [person] [date]`. */
export const completed: Command<'completed'> = {
  name: 'completed',
  hears,
  parse,
  async answer(question, ask, world) {
    const text = world.text(ask.locale);
    const isClaim = !(await lookAtPartner(ask, world)).isAdmin;
    const atOnce = await replyAtOnce(question, isClaim ? 'claim' : 'person', { ask, world });
    if (atOnce) return atOnce;
    const look = await lookAtFacts(ask, world);
    const on = dayIn(question.on, look.asOf);
    if (on > look.asOf) return refused({ code: 'day-to-come' }, text);
    const credential = look.programme.credentials.find(({ id }) => id === question.credential);
    if (!credential) return refused({ code: 'card-outdated' }, text);
    const make = (person: string) => ({ ask: 'completed', credential: credential.id, person, on }) as const;
    const found = isClaim
      ? await findPerson(question.person, { look, ask, make })
      : await findSubject(question.person, make, { look, ask });
    if ('refusal' in found) return refused(found.refusal, text);
    const { id, achievements } = found.person;
    const credentialOf = indexCredentials(look.programme.credentials);
    if (achievements.some((one) => one.completedOn === on && credentialOf(one)?.id === credential.id)) {
      const record = { label: text.say('button.person'), question: { ask: 'person', person: id } } as const;
      return refused({ code: 'already-so', nearest: [record] }, text);
    }
    const named = correctionSource(make(id), question.confirm);
    const source = isClaim ? claimSource(named) : sourceOf(named);
    const achievement = { title: titleFor(credential, look.programme), completedOn: on, source };
    const change = { kind: 'completed', person: id, achievement } as const;
    return propose({ question: make(id), change, confirm: question.confirm }, look, { ask, world });
  },
};
