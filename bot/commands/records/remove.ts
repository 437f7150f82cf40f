/** `remove <credential> [person]`: removes an achievement from a person's record; for admins. */
import { z } from 'zod/v4';
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/refusal';
import { indexCredentials } from '../../../domain/programme/credential';
import { mostCandidates } from '../../../cards/contract/refusal';
import { readCredentialArgument, candidatesFor } from '../../recognizers/credential-argument';
import { findPersonArgument, mayFollow } from '../../recognizers/people/person-argument';
import {
  withoutPhrase,
  findPhraseOf,
  type Phrases,
  type RecognitionContext,
} from '../../language-understanding/phrases';
import { type Command } from '../command';
import { confirm, shortText } from '../payload-fields';
import { answersTo, type CorrectionTurn, type Proposed } from '../../corrections/correction-reply';
import type { Utterance } from '../../language-understanding/utterance';
import { loadFactsSnapshot } from '../../partner/partner-snapshot';

/** Also what is said to take other things away. */
export const removing: Phrases = {
  en: ['remove', 'delete', 'erase'],
  'zh-CN': ['移除', '删除'],
  'zh-TW': ['移除', '刪除'],
  'ru-RU': ['удалить', 'удали', 'удалите', 'убрать', 'убери'],
  'pt-BR': ['remover', 'remova', 'excluir', 'apagar'],
};

function parse(utterance: Utterance, reading: RecognitionContext): Question | Refusal | undefined {
  const span = findPhraseOf(utterance, removing);
  if (!span || !mayFollow(utterance, span.start)) return undefined;
  return readCredentialArgument(withoutPhrase(utterance, removing)!, reading, (achieved) => ({
    ask: 'remove',
    ...achieved,
  }));
}

async function propose(
  question: Extract<Question, { ask: 'remove' }>,
  { request, services }: CorrectionTurn,
): Promise<Proposed> {
  const snapshot = await loadFactsSnapshot(request, services);
  const { credential } = question;
  const make = (person: string) => ({ ask: 'remove', credential, person }) as const;
  const found = await findPersonArgument(question.person, make, { snapshot, request });
  if ('refusal' in found) return found;
  const { id, achievements } = found.person;
  const credentialOf = indexCredentials(snapshot.programme.credentials);
  const removed = achievements.filter((one) => credentialOf(one)?.id === credential);
  if (removed.length === 0) {
    const held = [...new Set(achievements.flatMap((one) => credentialOf(one)?.id ?? []))].slice(0, mostCandidates);
    const nearest = candidatesFor(held, snapshot.programme, (other) => ({ ...make(id), credential: other }));
    return { refusal: { code: 'not-on-record', nearest } };
  }
  const change = { kind: 'removed', person: id, achievements: removed } as const;
  return { proposal: { question: make(id), change }, snapshot };
}

/** `remove <credential> [person]`: every time that it was completed. */
export const remove: Command<'remove'> = {
  name: 'remove',
  phrases: removing,
  order: 220,
  access: { role: 'admin', scope: 'private' },
  audited: 'corrected',
  payload: z.object({ credential: shortText, person: shortText, confirm }),
  parse,
  ...answersTo(propose),
};
