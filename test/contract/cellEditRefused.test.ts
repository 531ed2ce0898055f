/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { QUESTIONS } from '../../src/excel/contract/questions';
import { headlessExcel } from '../workbook/support/headlessExcel';
import { checkAll } from './support/check';

test('cellEdit:alwaysFails is found out', async () => {
  const excel = await headlessExcel({ cellEdit: 'alwaysFails' });
  const { answered } = await checkAll(
    [],
    QUESTIONS.filter(({ name }) => name === 'cellEdit'),
  );
  expect(answered).toMatchObject([{ name: 'cellEdit', answer: 'alwaysFails' }]);
  excel.close();
});
