/** Objects beside the workbook that office.js asks for by itself. */
import { ExcelObject, membersOf } from '../../host/excelObject';

class AddinInternalService extends ExcelObject {}

/** Custom functions are not calculated yet; the library only needs to find the service when it starts. */
class CustomFunctions extends ExcelObject {}

export const SERVICES: Readonly<Record<string, ExcelObject>> = {
  'Microsoft.ExcelServices.CustomFunctions': new CustomFunctions(),
  'Microsoft.InternalService.AddinInternalService': new AddinInternalService(),
};

export const serviceMembers = [
  membersOf(AddinInternalService, 'AddinInternalService', {
    methods: { NotifyActionHandlerReady: () => undefined },
  }),
  membersOf(CustomFunctions, 'CustomFunctions', {
    methods: {
      _SetOsfControlContainerReadyForCustomFunctions: () => undefined,
      _GetEnabledFeatures: () => [],
    },
  }),
];
