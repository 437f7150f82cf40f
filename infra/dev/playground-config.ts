/** The playground config: who is in the chat window, and in which chats, in the form of Agents Playground 0.2. */
import { stringify } from 'yaml';
import { localPeople, localTenant, type LocalPerson } from './local-people';
import { samplePartnerName } from './sample-partner';

/** The file, as YAML. The Playground insists on five users beside the current one, and spells `userPrincipleName` so. */
export function playgroundConfig(): string {
  const [current, ...users] = localPeople.map(user);
  return stringify({
    version: '0.1.1',
    tenantId: localTenant,
    bot: { id: 'a1de5b20-0c3f-4f5e-9a51-6d0b5b1f00b0', name: 'Laurel' },
    currentUser: current,
    users,
    personalChat: { id: 'personal-chat' },
    groupChat: { id: 'group-chat', name: 'Partner desk' },
    team: {
      id: 'team',
      name: samplePartnerName,
      aadGroupId: 'a1de5b20-0c3f-4f5e-9a51-6d0b5b1f00f0',
      channels: [{ id: 'renewal-channel', name: 'Renewal' }],
    },
  });
}

function user({ id, aadObjectId, name, mail }: LocalPerson): object {
  const [givenName, ...rest] = name.split(' ');
  return { id, aadObjectId, name, givenName, surname: rest.join(' '), email: mail, userPrincipleName: mail };
}
