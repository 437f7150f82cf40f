/** The schema of an incoming activity: the fields that Laurel and the SDK read, their types, and how large they may be. */
import { z } from 'zod/v4';

/** Teams limits a message to about 28 KB; its HTML may be several times as long. */
const longestText = 100_000;
/** Ids of Teams are up to some 200 characters long, ids of channel messages longer. */
const longestId = 2_000;
/** Names, titles, file names. */
const longestName = 1_000;
/** A language tag or a time zone. */
const longestTag = 100;
/** A message mentions people and names its client; Teams itself allows fewer. */
const mostEntities = 500;
const mostAttachments = 50;
/** A team that the bot is added to may name all of its members. */
const mostMembers = 1_000;
/** Cards nest their data two levels deep, attachments of Teams four. */
const deepestValue = 20;
/** Objects, lists and values in one activity. */
const mostValues = 50_000;

const id = z.string().max(longestId);
const optionalText = (most: number) => z.string().max(most).nullish();

const account = z.looseObject({
  id: id.nullish(),
  name: optionalText(longestName),
  aadObjectId: optionalText(longestTag),
  tenantId: optionalText(longestTag),
  isTargeted: z.boolean().nullish(),
});

const conversation = z.looseObject({
  id: id.nullish(),
  name: optionalText(longestName),
  tenantId: optionalText(longestTag),
  conversationType: optionalText(longestTag),
});

const entity = z.looseObject({
  type: z.string().max(longestName),
  text: optionalText(longestText),
  mentioned: account.nullish(),
  locale: optionalText(longestTag),
  platform: optionalText(longestTag),
  timezone: optionalText(longestTag),
});

const attachment = z.looseObject({
  contentType: z.string().max(longestName),
  name: optionalText(longestName),
  contentUrl: optionalText(longestId),
});

const activity = z.looseObject({
  type: z.string().min(1).max(longestTag),
  id: id.nullish(),
  replyToId: id.nullish(),
  name: optionalText(longestName),
  action: optionalText(longestTag),
  channelId: optionalText(longestTag),
  serviceUrl: z.string().max(longestId).nullish(),
  text: optionalText(longestText),
  textFormat: optionalText(longestTag),
  locale: optionalText(longestTag),
  localTimezone: optionalText(longestTag),
  timestamp: optionalText(longestTag),
  localTimestamp: optionalText(longestTag),
  expiration: optionalText(longestTag),
  from: account.nullish(),
  recipient: account.nullish(),
  conversation: conversation.nullish(),
  channelData: z.looseObject({ tenant: z.looseObject({ id: optionalText(longestTag) }).nullish() }).nullish(),
  entities: z.array(entity).max(mostEntities).nullish(),
  attachments: z.array(attachment).max(mostAttachments).nullish(),
  membersAdded: z.array(account).max(mostMembers).nullish(),
  membersRemoved: z.array(account).max(mostMembers).nullish(),
});

export type CheckedActivity = z.infer<typeof activity>;

/** Whether a parsed body is an activity whose fields have the types and sizes that everything behind relies on. */
export function isActivity(body: unknown): body is CheckedActivity {
  return isBounded(body) && activity.safeParse(body).success;
}

/** Without recursion, because a body of 512 KB may nest 250,000 lists. */
function isBounded(body: unknown): boolean {
  let level: readonly unknown[] = [body];
  let seen = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    seen += level.length;
    if (depth > deepestValue || seen > mostValues) return false;
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value as Record<string, unknown>) : [],
    );
  }
  return true;
}
