/** The directory is who and what exists in this Teams: people of tenants, and conversations with their members. */

export interface DirectoryPerson {
  readonly tenant: string;
  /** As the bot sees it, such as `29:ana`. */
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
  readonly mail?: string;
  readonly locale?: string;
  /** IANA name. */
  readonly timeZone?: string;
}

export type Scope = 'personal' | 'groupChat' | 'channel';

export interface Room {
  readonly id: string;
  readonly tenant: string;
  readonly scope: Scope;
  readonly name: string;
  /** Ids of people. */
  readonly members: readonly string[];
}

export class Directory {
  readonly #people = new Map<string, DirectoryPerson>();
  readonly #rooms = new Map<string, Room>();

  /** Adds a person who has installed the bot; other people have no conversation with it until they install it. */
  add(person: DirectoryPerson, { installed = true } = {}): Room {
    this.#people.set(person.id, person);
    const room: Room = {
      id: `a:${person.id.replace(/^29:/, '')}`,
      tenant: person.tenant,
      scope: 'personal',
      name: '',
      members: [person.id],
    };
    if (installed) this.open(room);
    return room;
  }

  open(room: Room): Room {
    this.#rooms.set(room.id, room);
    return room;
  }

  /** As if the bot had been removed there. */
  close(room: string): void {
    this.#rooms.delete(room);
  }

  person(id: string): DirectoryPerson | undefined {
    return this.#people.get(id);
  }

  /** By the id of the conversation, with or without the thread in it. */
  room(id: string): Room | undefined {
    return this.#rooms.get(id) ?? this.#rooms.get(id.split(';', 1)[0]!);
  }

  /** Where the bot and this person are alone; none where the bot is not installed for them. */
  personalRoom(person: string): Room | undefined {
    return [`a:${person.replace(/^29:/, '')}`].map((id) => this.#rooms.get(id))[0];
  }

  membersOf({ members }: Room): readonly DirectoryPerson[] {
    return members.flatMap((id) => this.#people.get(id) ?? []);
  }
}
