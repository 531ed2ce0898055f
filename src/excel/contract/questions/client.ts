import type { Question } from '../question';

export const CLIENT: Question = {
  name: 'client',
  question: 'Which Excel is this?',
  members: ['Office.context.platform'],
  sources: ['https://learn.microsoft.com/javascript/api/office/office.platformtype'],
  answer: () => Promise.resolve(CLIENTS[String(Office.context.platform)] ?? 'other'),
};

const CLIENTS: Readonly<Record<string, string>> = {
  PC: 'windows',
  Mac: 'mac',
  OfficeOnline: 'web',
  iOS: 'tablet',
  Android: 'tablet',
};
