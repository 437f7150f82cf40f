/** The names of the tables: one for what a partner keeps together, one for its people, who may be many. */

export const tableNames = { partner: 'laurelPartner', people: 'laurelPeople' } as const;
export type TableName = (typeof tableNames)[keyof typeof tableNames];
