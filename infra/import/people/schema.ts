/** Our own list of people: who they are, and since when their accounts count. Documented in ../README.md. */
import type { IdentifierKind } from '../../../domain/partner/person';
import type { PersonDates } from '../../../domain/imports/incoming';
import type { Schema } from '../parsing/schema';

export type PeopleField = 'name' | IdentifierKind | keyof PersonDates;

export const peopleSchema: Schema<PeopleField> = {
  kind: 'people',
  exported: false,
  columns: {
    name: ['Name'],
    corpEmail: ['WorkEmail', 'CorpEmail'],
    mcpId: ['MCPID', 'MCID'],
    email: ['Email'],
    aadUserId: ['AADUserId'],
    accountOn: ['AccountOn'],
    linkedOn: ['LinkedOn'],
    leftOn: ['LeftOn'],
    linkedElsewhereOn: ['LinkedElsewhereOn'],
    accountDeletedOn: ['AccountDeletedOn'],
  },
  required: [
    ['corpEmail', 'mcpId', 'email', 'aadUserId'],
    ['name', 'accountOn', 'linkedOn', 'leftOn', 'linkedElsewhereOn', 'accountDeletedOn'],
  ],
  dates: ['accountOn', 'linkedOn', 'leftOn', 'linkedElsewhereOn', 'accountDeletedOn'],
  numbers: [],
};
