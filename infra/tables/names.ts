/** The names of the tables: what a partner keeps together, its people, who may be many, and what is due for all partners. */

export const tableNames = { partner: 'laurelPartner', people: 'laurelPeople', agenda: 'laurelAgenda' } as const;
export type TableName = (typeof tableNames)[keyof typeof tableNames];
