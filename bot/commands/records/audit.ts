/** `audit [person] [since <day>]`: who changed facts and settings, exported files and read lists with names; for admins. */
import { z } from 'zod/v4';
import { auditCard } from '../../../cards/records/audit-card';
import type { Question } from '../../../cards/contract/question';
import { keptDays } from '../../../domain/partner/retention';
import type { Refusal } from '../../../cards/contract/refusal';
import { listAudit } from '../../store/audit-list';
import { findPhraseOf, pageIn, type Phrases, type RecognitionContext } from '../../language-understanding/phrases';
import { without, type Utterance } from '../../language-understanding/utterance';
import { loadPartnerSnapshot } from '../../partner/partner-snapshot';
import { dayIn, readDayArgument } from '../../recognizers/days/day-argument';
import { isOurs, writtenNameIn } from '../../recognizers/people/person-argument';
import type { Command } from '../command';
import { namedDay, pageNumber, shortText } from '../payload-fields';

const hears: Phrases = {
  en: [
    'audit',
    'audit trail',
    'audit log',
    'show audit',
    'show audit trail',
    'show the audit trail',
    'who changed what',
  ],
  'zh-CN': ['审计', '审计记录', '审计日志', '操作记录', '谁改了什么'],
  'zh-TW': ['稽核', '稽核記錄', '稽核紀錄', '操作紀錄', '誰改了什麼'],
  'ru-RU': ['аудит', 'журнал аудита', 'журнал действий', 'кто что менял', 'кто что изменил'],
  'pt-BR': ['auditoria', 'trilha de auditoria', 'log de auditoria', 'quem mudou o quê', 'quem alterou o quê'],
};

/** Words between the phrase, the person and the day. */
const joining = new Set([
  'since',
  'by',
  'of',
  'from',
  'с',
  'со',
  'desde',
  'por',
  'de',
  '自',
  '从',
  '從',
  '起',
  '以来',
  '以來',
  '自从',
]);

/** An audit is also what a specialization asks for, so the phrase begins the message and none of our words follow. */
function parse(utterance: Utterance, reading: RecognitionContext): Question | Refusal | undefined {
  const span = findPhraseOf(utterance, hears);
  if (!span || span.start > 0 || isOurs(without(utterance, span))) return undefined;
  return readDayArgument(utterance, reading, ({ on, rest }) => {
    const at = findPhraseOf(rest, hears);
    const beside = at ? without(rest, at) : rest;
    const paged = pageIn(beside);
    const isPart = ({ key }: Utterance['words'][number]) => !joining.has(key);
    const person = paged.page === undefined ? writtenNameIn(beside.words.filter(isPart)) : '';
    return {
      ask: 'audit',
      ...(person !== '' && { person }),
      ...(on !== undefined && { since: on }),
      ...paged,
    };
  });
}

/** `audit [person] [since <day>] [page n]`. */
export const audit: Command<'audit'> = {
  name: 'audit',
  phrases: hears,
  order: 290,
  access: { role: 'admin', scope: 'private' },
  payload: z.object({ person: shortText.optional(), since: namedDay, page: pageNumber }),
  parse,
  async answer({ person, since: said, page = 1 }, request, services) {
    const { asOf, partner } = await loadPartnerSnapshot(request, services);
    const since = said === undefined ? undefined : dayIn(said, asOf);
    const wanted = { ...(person !== undefined && { person }), ...(since !== undefined && { since }) };
    const entries = await listAudit(request.tenant, wanted, services);
    return {
      name: 'audit',
      card: auditCard(
        { ...wanted, entries, page, keptDays: keptDays(partner.retention, 'audit') },
        services.text(request.locale),
      ),
    };
  },
};
