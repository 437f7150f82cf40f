/** The roster of a conversation: who speaks, and who is a member. */
import { TeamsInfo, type TeamsChannelAccount, type TurnContext } from 'botbuilder';
import type { Log } from '../../context/app-services';
import { withTimeout } from '../../context/timeout';
import type { ConversationMember } from '../../context/turn-request';

/** Milliseconds for one call; the roster only helps to recognise people. */
const rosterTimeout = 3_000;

/** Returns the mail address and user principal name of the sender from the roster; empty if the roster call fails. */
export async function mailsOf(context: TurnContext, log: Log): Promise<readonly string[]> {
  try {
    const { email, userPrincipalName } = await withTimeout(
      TeamsInfo.getMember(context, context.activity.from.id),
      rosterTimeout,
    );
    return [email, userPrincipalName].filter((mail) => typeof mail === 'string' && mail !== '') as string[];
  } catch (error) {
    log.warn({ error }, 'The roster did not tell who speaks.');
    return [];
  }
}

/** Members per page, the most that Teams returns; and more pages than any team has. */
const membersAtOnce = 500;
const mostPages = 50;

/** Returns the members of the conversation, in a channel those of its team; of what the calls returned before one failed. */
export async function membersOf(context: TurnContext, log: Log): Promise<readonly ConversationMember[]> {
  const members: ConversationMember[] = [];
  try {
    let token: string | undefined;
    for (let page = 0; page < mostPages; page += 1) {
      const answer = await withTimeout(TeamsInfo.getPagedMembers(context, membersAtOnce, token), rosterTimeout);
      members.push(...answer.members.map(memberFrom));
      token = answer.continuationToken;
      if (!token) break;
    }
  } catch (error) {
    log.warn({ error }, 'The roster did not tell who is here.');
  }
  return members;
}

function memberFrom({ id, aadObjectId, name, email, userPrincipalName }: TeamsChannelAccount): ConversationMember {
  const mails = [email, userPrincipalName].filter((mail) => typeof mail === 'string' && mail !== '') as string[];
  return { id, aadObjectId: aadObjectId ?? '', name: name ?? '', mails: [...new Set(mails)] };
}
