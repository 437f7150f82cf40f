/** The connector is what the Bot Connector service does with a request once it has been let through. */
import type { Directory, DirectoryPerson, Room } from './directory';
import { documentedFaults, type Call, type FaultName } from './fault';

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request, understood. */
export interface Request extends Call {
  /** The activity, or for `members` the person, that is named in the path. */
  readonly item?: string;
  readonly body: unknown;
  readonly query: URLSearchParams;
}

interface Recipient {
  readonly id?: unknown;
  readonly isTargeted?: unknown;
}

/** An answer, and what it is about if something was carried out. */
export interface Done {
  readonly answer: Answer;
  readonly activity?: string;
}

/** Teams refuses more than 100 KB, counted as UTF-16. */
const largestMessage = 102_400;
const largestPage = 500;

/** The refusal of this name, as it is sent. */
export function connectorError(name: FaultName): Answer {
  return documentedFaults[name];
}

/** The operation that method and path mean, if they mean one. */
export function operationOf(
  method: string,
  path: string,
): Pick<Request, 'operation' | 'conversation' | 'item'> | undefined {
  const [, conversation = '', kind, item] =
    /\/v3\/conversations(?:\/([^/]+))?(?:\/(activities|members|pagedmembers))?(?:\/([^/]+))?\/?$/
      .exec(path)
      ?.map((part) => part && decodeURIComponent(part)) ?? [];
  const named = { conversation, ...(item !== undefined && { item }) };
  switch (`${method} ${kind ?? ''}`) {
    case 'POST ':
      return path.endsWith('conversations') ? { operation: 'create', conversation: '' } : undefined;
    case 'POST activities':
      return { operation: 'say', ...named };
    case 'PUT activities':
      return item === undefined ? undefined : { operation: 'renew', ...named };
    case 'DELETE activities':
      return item === undefined ? undefined : { operation: 'remove', ...named };
    case 'GET members':
    case 'GET pagedmembers':
      return { operation: 'members', ...named };
    default:
      return undefined;
  }
}

export class Connector {
  readonly #directory: Directory;
  readonly #said = new Map<string, Set<string>>();
  #activities = 0;

  constructor(directory: Directory) {
    this.#directory = directory;
  }

  /** Carries a request out, or refuses it for a reason of its own. */
  carryOut(request: Request): Done {
    if (request.operation === 'create') return this.#create(request.body);
    const room = this.#directory.room(request.conversation);
    if (room === undefined) return { answer: connectorError('ConversationNotFound') };
    if (request.operation === 'members') return { answer: this.#members(room, request) };
    if (request.operation === 'remove') return this.#remove(room, request.item!);
    return this.#write(room, request);
  }

  #create(body: unknown): Done {
    const { members } = (body ?? {}) as { readonly members?: readonly { readonly id?: string }[] };
    const person = this.#directory.person(members?.[0]?.id ?? '');
    if (person === undefined) return { answer: connectorError('BadArgument') };
    const room = this.#directory.personalRoom(person.id);
    if (room === undefined) return { answer: connectorError('ForbiddenOperationException') };
    return { answer: { status: 201, body: { id: room.id } } };
  }

  #write(room: Room, { operation, item, body, query }: Request): Done {
    if (typeof (body as { readonly type?: unknown } | undefined)?.type !== 'string')
      return { answer: connectorError('BadArgument') };
    if (query.get('isTargetedActivity') === 'true' && !this.#isForMember(room, body as object))
      return { answer: connectorError('BadArgument') };
    if (2 * JSON.stringify(body).length > largestMessage) return { answer: connectorError('MessageSizeTooBig') };
    const said = this.#said.get(room.id) ?? new Set();
    if (operation === 'renew' && !said.has(item!)) return { answer: connectorError('ActivityNotFoundInConversation') };
    const activity = operation === 'renew' ? item! : `activity-${++this.#activities}`;
    this.#said.set(room.id, said.add(activity));
    return { answer: { status: operation === 'renew' ? 200 : 201, body: { id: activity } }, activity };
  }

  /** A targeted message names one member of a room; there is none in a personal chat. */
  #isForMember(room: Room, { recipient }: { readonly recipient?: Recipient }): boolean {
    return (
      recipient?.isTargeted === true &&
      room.scope !== 'personal' &&
      this.#directory.membersOf(room).some(({ id }) => id === recipient.id)
    );
  }

  #remove(room: Room, activity: string): Done {
    if (!this.#said.get(room.id)?.delete(activity)) return { answer: connectorError('ActivityNotFoundInConversation') };
    return { answer: { status: 200 }, activity };
  }

  #members(room: Room, { item, query }: Request): Answer {
    const members = this.#directory.membersOf(room).map(memberOf);
    if (item !== undefined) {
      const member = members.find(({ id, aadObjectId }) => id === item || aadObjectId === item);
      return member ? { status: 200, body: member } : memberNotFound;
    }
    const size = Number(query.get('pageSize') ?? 0);
    if (size === 0 && !query.has('continuationToken')) return { status: 200, body: members };
    return { status: 200, body: pageOf(members, query.get('continuationToken'), size) };
  }
}

const memberNotFound: Answer = {
  status: 404,
  body: { error: { code: 'MemberNotFoundInConversation', message: 'No such member.' } },
};

function memberOf({ id, aadObjectId, name, mail, tenant }: DirectoryPerson) {
  return {
    id,
    aadObjectId,
    name,
    tenantId: tenant,
    ...(mail !== undefined && { email: mail, userPrincipalName: mail }),
  };
}

/** Pages hold 50 to 500, whatever is asked for. */
function pageOf(members: readonly object[], token: string | null, size: number): object {
  const [from = 0, most = 50] =
    token === null ? [0, Math.min(largestPage, Math.max(50, size))] : token.split('-').map(Number);
  const rest = from + most < members.length;
  return { members: members.slice(from, from + most), ...(rest && { continuationToken: `${from + most}-${most}` }) };
}
