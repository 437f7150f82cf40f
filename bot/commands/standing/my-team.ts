/** `my team`: a manager's own people, as the list of people names managers; nobody learns anything of others. */
import { z } from 'zod/v4';
import type { Question } from '../../../cards/contract/question';
import { myTeamCard } from '../../../cards/standing/my-team-card';
import { refused } from '../../context/reply';
import { isPhraseAlone, type Phrases } from '../../language-understanding/phrases';
import type { Utterance } from '../../language-understanding/utterance';
import { onboardingsOf } from '../../onboarding/step-record';
import { ownPeople, teamViewOf } from '../../partner/own-team';
import { findOwnRecord, loadFactsSnapshot } from '../../partner/partner-snapshot';
import { listTasks } from '../../tasks/task-list';
import type { Command } from '../command';
import { pageNumber, shortText } from '../payload-fields';
import { people } from './people';

const hears: Phrases = {
  en: ['my team', 'my people', 'my direct reports', 'my staff', 'my employees'],
  'zh-CN': ['我的团队', '我的下属', '我的组员'],
  'zh-TW': ['我的團隊', '我的下屬', '我的組員'],
  'ru-RU': ['моя команда', 'мои подчиненные', 'мои сотрудники', 'мои люди'],
  'pt-BR': ['minha equipe', 'meu time', 'meus subordinados', 'meus liderados'],
};

function parse(utterance: Utterance): Question | undefined {
  return isPhraseAlone(utterance, hears) ? { ask: 'my-team' } : undefined;
}

/** `my team`; with a person, that one alone. */
export const myTeam: Command<'my-team'> = {
  name: 'my-team',
  phrases: hears,
  order: 185,
  readsWhole: true,
  access: { role: 'self', scope: 'private' },
  audited: 'people-read',
  namesOthers: true,
  payload: z.object({ person: shortText.optional(), page: pageNumber }),
  parse,
  async answer({ person: only, page = 1 }, request, services) {
    const text = services.text(request.locale);
    const snapshot = await loadFactsSnapshot(request, services);
    const own = await findOwnRecord(snapshot, request);
    const team = own ? ownPeople(own.id, snapshot.facts.people, snapshot.asOf) : [];
    // Under the name of this command, so that the reading is recorded.
    if (team.length === 0 && snapshot.isAdmin)
      return { ...(await people.answer({ ask: 'people' }, request, services)), name: 'my-team' };
    if (only !== undefined && !team.some(({ id }) => id === only)) return refused({ code: 'card-outdated' }, text);
    const [onboardings, tasks] = await Promise.all([
      onboardingsOf(request.tenant, services),
      listTasks(request.tenant, services),
    ]);
    const reader = { manager: own?.id ?? '', setting: snapshot.setting, locale: request.locale, only, page };
    const view = teamViewOf(team, { ...snapshot, onboardings, tasks, now: request.now }, reader);
    return { name: team.length === 0 ? 'my-team-none' : 'my-team', card: myTeamCard(view, text) };
  },
};
