/** Excel's object model, as far as it is played here: every class with its members. */
import { ObjectModel } from '../host/excelObject';
import { applicationMembers } from './application';
import { cellValueRuleMembers } from './cellValueRule';
import { chartAxesMembers } from './chartAxes';
import { chartMembers } from './chartMembers';
import { chartSeriesMembers } from './chartSeries';
import { colorScaleMembers } from './colorScale';
import { conditionalFormatMembers } from './conditionalFormatMembers';
import { conditionalStyleMembers } from './conditionalStyle';
import { customRuleMembers } from './customRule';
import { dataValidationMembers } from './dataValidation';
import { freezePanesMembers } from './freezePanes';
import { namedItemMembers } from './namedItemMembers';
import { rangeAreasMembers } from './rangeAreasMembers';
import { rangeBorderMembers } from './rangeBorders';
import { rangeFormatMembers } from './rangeFormat';
import { rangeMembers } from './rangeMembers';
import { serviceMembers } from './services';
import { settingsMembers } from './settings';
import { shapeFormatMembers } from './shapeFormat';
import { shapeMembers } from './shapeMembers';
import { tableColumnMembers } from './tableColumns';
import { tableMembers } from './tableMembers';
import { tableRowMembers } from './tableRows';
import { rootMembers } from './workbook';
import { worksheetMembers } from './worksheetMembers';
import { worksheetCollectionMembers } from './worksheets';

export const MODEL = new ObjectModel([
  ...applicationMembers,
  ...cellValueRuleMembers,
  ...chartAxesMembers,
  ...chartMembers,
  ...chartSeriesMembers,
  ...colorScaleMembers,
  ...conditionalFormatMembers,
  ...conditionalStyleMembers,
  ...customRuleMembers,
  ...dataValidationMembers,
  ...freezePanesMembers,
  ...namedItemMembers,
  ...rangeAreasMembers,
  ...rangeBorderMembers,
  ...rangeFormatMembers,
  ...rangeMembers,
  ...rootMembers,
  ...serviceMembers,
  ...settingsMembers,
  ...shapeFormatMembers,
  ...shapeMembers,
  ...tableColumnMembers,
  ...tableMembers,
  ...tableRowMembers,
  ...worksheetCollectionMembers,
  ...worksheetMembers,
]);
