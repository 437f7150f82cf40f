/** The playground config: who is in the chat window, and in which chats, in the form of Agents Playground 0.2. */
import { stringify } from 'yaml';
import { localPeople, localTenant, type LocalPerson } from '../sample/local-people';
import { samplePartnerName } from '../sample/sample-partner';

/** Who sits in a window beside the first one; its chats have ids of their own, so that each is kept as a place of its own. */
export interface Sitter extends Omit<LocalPerson, 'mail'> {
  readonly mail?: string;
}

/** The Playground wants exactly so many users beside the current one. */
const othersInWindow = 5;

/** Returns the file as YAML, for the first of the local people or for the person given. The Playground spells `userPrincipleName` like this. */
export function playgroundConfig(sitter?: Sitter): string {
  const current = sitter ?? localPeople[0]!;
  const users = localPeople.filter(({ id }) => id !== current.id).slice(0, othersInWindow);
  const own = (id: string) => (sitter ? `${id}-${sitter.id}` : id);
  return stringify({
    version: '0.1.1',
    tenantId: localTenant,
    bot: { id: 'a1de5b20-0c3f-4f5e-9a51-6d0b5b1f00b0', name: 'Laurel' },
    currentUser: user(current),
    users: users.map(user),
    personalChat: { id: own('personal-chat') },
    groupChat: { id: own('group-chat'), name: 'Partner desk' },
    team: {
      id: own('team'),
      name: samplePartnerName,
      aadGroupId: 'a1de5b20-0c3f-4f5e-9a51-6d0b5b1f00f0',
      channels: [{ id: own('renewal-channel'), name: 'Renewal' }],
    },
  });
}

function user({ id, aadObjectId, name, mail = '' }: Sitter): object {
  const [givenName, ...rest] = name.split(' ');
  return { id, aadObjectId, name, givenName, surname: rest.join(' '), email: mail, userPrincipleName: mail };
}
