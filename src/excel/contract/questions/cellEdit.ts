import type { Question } from '../question';

export const CELL_EDIT: Question = {
  name: 'cellEdit',
  question: 'May a request wait while a person is typing into a cell?',
  members: ['Excel.run()'],
  sources: ['https://learn.microsoft.com/javascript/api/excel/excel.runoptions', 'OfficeDev/office-js#625'],
  /** Whether one that did not ask to wait fails then, only a person could find out who types while this runs. */
  async answer() {
    const mayWait = Office.context.requirements.isSetSupported('DelayForCellEdit', '1.1');
    return mayWait ? 'fails or waits' : 'alwaysFails';
  },
};
