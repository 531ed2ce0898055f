/** Workbook.application: calculation and painting. */
import { ExcelObject, membersOf } from '../../host/excelObject';
import { oneOf } from '../arguments';
import type { Book } from '../book';

export class Application extends ExcelObject {
  constructor(readonly book: Book) {
    super();
  }
  get calculation() {
    return this.book.grid.calculation;
  }
}

const members = membersOf(Application, 'Application', {
  scalars: {
    DecimalSeparator: ({ book }) => (book.behaviour.locale === 'decimalComma' ? ',' : '.'),
    CalculationMode: {
      get: ({ calculation }) => (calculation.manual ? 'Manual' : 'Automatic'),
      set: ({ calculation }, mode) => {
        const modes = ['Automatic', 'AutomaticExceptTables', 'Manual'] as const;
        const chosen = oneOf(mode, modes, 'Application.calculationMode');
        calculation.chosen = chosen === 'Manual' ? 'manual' : 'automatic';
      },
    },
  },
  methods: {
    Calculate: async ({ book, calculation }, type) => {
      const all =
        oneOf(type, ['Recalculate', 'Full', 'FullRebuild'], 'Application.calculate') !== 'Recalculate';
      book.grid.flush();
      await calculation.run(all);
    },
    /** Nothing to do: each batch is painted once, at its end. */
    SuspendScreenUpdatingUntilNextSync: () => undefined,
  },
});

export const applicationMembers = [members];
