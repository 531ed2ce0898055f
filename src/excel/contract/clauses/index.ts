// A file for each object of Excel's; each is named in one line here.
import type { Chapter } from '../clause';
import { APPLICATION } from './application';
import { CHART } from './chart';
import { CONDITIONAL_FORMAT } from './conditionalFormat';
import { CUSTOM_XML_PARTS } from './customXmlParts';
import { DATA_VALIDATION } from './dataValidation';
import { DOCUMENT } from './document';
import { EVENTS } from './events';
import { NAMES } from './names';
import { OFFICE } from './office';
import { PROTECTION } from './protection';
import { RANGE_CONTENTS } from './rangeContents';
import { RANGE_FORMAT } from './rangeFormat';
import { RANGE_PLACES } from './rangePlaces';
import { SETTINGS } from './settings';
import { SHAPE } from './shape';
import { TABLE } from './table';
import { WORKBOOK } from './workbook';
import { WORKSHEET } from './worksheet';
import { WORKSHEETS } from './worksheets';

export const CONTRACT: readonly Chapter[] = [
  RANGE_CONTENTS,
  RANGE_PLACES,
  RANGE_FORMAT,
  WORKSHEET,
  WORKSHEETS,
  WORKBOOK,
  PROTECTION,
  APPLICATION,
  NAMES,
  TABLE,
  CHART,
  CONDITIONAL_FORMAT,
  DATA_VALIDATION,
  SHAPE,
  SETTINGS,
  CUSTOM_XML_PARTS,
  DOCUMENT,
  EVENTS,
  OFFICE,
];
