/** The part of Excel's object model that is implemented here: every class with its members. */
import { ObjectModel } from '../host/excelObject';
import { chartMembers } from '../objects/charts/members';
import { chartPartMembers } from '../objects/charts/parts';
import { chartSeriesMembers } from '../objects/charts/series';
import { cellValueRuleMembers } from '../objects/conditionalFormats/cellValue';
import { colorScaleMembers } from '../objects/conditionalFormats/colorScale';
import { dataBarMembers } from '../objects/conditionalFormats/dataBar';
import { customRuleMembers } from '../objects/conditionalFormats/custom';
import { conditionalFormatMembers } from '../objects/conditionalFormats/members';
import { conditionalStyleMembers } from '../objects/conditionalFormats/style';
import { rangeBorderMembers } from '../objects/formats/borders';
import { rangeFormatMembers } from '../objects/formats/rangeFormat';
import { namedItemMembers } from '../objects/names/members';
import { protectionMembers } from '../objects/protection/members';
import { rangeAreasMembers } from '../objects/ranges/rangeAreasMembers';
import { rangeMembers } from '../objects/ranges/rangeMembers';
import { shapeFormatMembers } from '../objects/shapes/format';
import { shapeMembers } from '../objects/shapes/members';
import { tableColumnMembers } from '../objects/tables/columns';
import { tableMembers } from '../objects/tables/members';
import { tableRowMembers } from '../objects/tables/rows';
import { dataValidationMembers } from '../objects/validation/dataValidation';
import { applicationMembers } from '../objects/workbook/application';
import { customXmlMembers } from '../objects/workbook/customXmlParts';
import { serviceMembers } from '../objects/workbook/services';
import { settingsMembers } from '../objects/workbook/settings';
import { rootMembers } from '../objects/workbook/workbook';
import { worksheetCollectionMembers } from '../objects/worksheets/collection';
import { freezePanesMembers } from '../objects/worksheets/freezePanes';
import { worksheetMembers } from '../objects/worksheets/members';
import { EXCEL_PROPERTIES } from './excelProperties';

const MEMBERS = [
  ...applicationMembers,
  ...cellValueRuleMembers,
  ...chartMembers,
  ...chartPartMembers,
  ...chartSeriesMembers,
  ...colorScaleMembers,
  ...conditionalFormatMembers,
  ...conditionalStyleMembers,
  ...customRuleMembers,
  ...customXmlMembers,
  ...dataBarMembers,
  ...dataValidationMembers,
  ...freezePanesMembers,
  ...namedItemMembers,
  ...protectionMembers,
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
];

export const MODEL = new ObjectModel(MEMBERS, EXCEL_PROPERTIES);
