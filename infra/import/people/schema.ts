/** Our own list of people: who they are, and since when their accounts count. Documented in ../README.md. */
import type { IdentifierKind } from '../../../domain/partner/people/person';
import type { PersonDates, PersonPlaces } from '../../../domain/imports/incoming';
import type { Schema } from '../parsing/schema';

export type PeopleField = 'name' | IdentifierKind | keyof PersonDates | keyof PersonPlaces;

/** As lists from personnel systems and from Entra head these columns, in the five languages. */
const officeColumns = [
  ...(['Office', 'OfficeLocation', 'Office Location', 'Location', 'Work Location', 'WorkLocation', 'Site'] as const),
  ...['Branch', 'Branch Office', 'City', '办公室', '办公地点', '工作地点', '分公司', '辦公室', '辦公地點', '工作地點'],
  ...['Офис', 'Филиал', 'Место работы', 'Город', 'Escritório', 'Escritorio', 'Filial', 'Local de trabalho', 'Unidade'],
] as const;
const teamColumns = [
  ...(['Team', 'Team Name', 'TeamName', 'Department', 'Dept', 'Business Unit', 'BusinessUnit', 'Org Unit'] as const),
  ...['Division', '团队', '部门', '小组', '團隊', '部門', '小組', 'Команда', 'Отдел', 'Подразделение', 'Департамент'],
  ...['Equipe', 'Time', 'Departamento', 'Setor', 'Área', 'Area'],
] as const;
const managerColumns = [
  ...(['Manager', 'ManagerEmail', 'Manager Email', 'Manager E-mail', 'Manager Mail', 'ManagerUPN'] as const),
  ...['Manager UPN', 'ManagerId', 'Manager ID', 'Manager Name', 'ManagerName', 'Line Manager', 'LineManager'],
  ...['Reports To', 'ReportsTo', 'Reporting To', 'Supervisor', 'Supervisor Email', 'Direct Manager'],
  ...['经理', '直属经理', '上级', '直属上级', '直接上级', '主管', '經理', '直屬經理', '上級', '直屬主管'],
  ...['Руководитель', 'Непосредственный руководитель', 'Начальник', 'Менеджер', 'Почта руководителя'],
  ...['Gestor', 'Gerente', 'Superior', 'Superior imediato', 'E-mail do gestor', 'Email do gestor'],
] as const;

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
    office: officeColumns,
    team: teamColumns,
    manager: managerColumns,
  },
  required: [
    ['corpEmail', 'mcpId', 'email', 'aadUserId'],
    [
      ...(['name', 'accountOn', 'linkedOn', 'leftOn', 'linkedElsewhereOn', 'accountDeletedOn'] as const),
      ...(['office', 'team', 'manager'] as const),
    ],
  ],
  dates: ['accountOn', 'linkedOn', 'leftOn', 'linkedElsewhereOn', 'accountDeletedOn'],
  numbers: [],
};
