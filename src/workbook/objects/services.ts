/** Objects beside the workbook that office.js asks for by itself. */
import { ExcelObject, membersOf } from '../host/excelObject';

class AddinInternalService extends ExcelObject {}

/** Custom functions are not calculated yet; the library only needs to find the service when it starts. */
class CustomFunctions extends ExcelObject {}

/** Office.ribbon.requestUpdate */
class DynamicRibbon extends ExcelObject {
  constructor(readonly ribbon: RibbonState) {
    super();
  }
}

export interface RibbonState {
  enable(controlId: string, enabled: boolean): void;
  show(tabId: string, visible: boolean): void;
}

class RibbonControl extends ExcelObject {
  constructor(
    readonly ribbon: RibbonState,
    readonly id: string,
  ) {
    super();
  }
}

export const services = (ribbon: RibbonState): Readonly<Record<string, ExcelObject>> => ({
  'Microsoft.DynamicRibbon.DynamicRibbon': new DynamicRibbon(ribbon),
  'Microsoft.ExcelServices.CustomFunctions': new CustomFunctions(),
  'Microsoft.InternalService.AddinInternalService': new AddinInternalService(),
});

export const serviceMembers = [
  membersOf(AddinInternalService, 'AddinInternalService', {
    methods: { NotifyActionHandlerReady: () => undefined },
  }),
  membersOf(CustomFunctions, 'CustomFunctions', {
    methods: {
      SetInvocationResults: () => undefined,
      SetInvocationArrayResults: () => undefined,
      _SetOsfControlContainerReadyForCustomFunctions: () => undefined,
      _GetEnabledFeatures: () => [],
    },
  }),
  membersOf(DynamicRibbon, 'DynamicRibbon', {
    methods: {
      GetButton: ({ ribbon }, id) => new RibbonControl(ribbon, String(id)),
      GetTab: ({ ribbon }, id) => new RibbonControl(ribbon, String(id)),
    },
  }),
  membersOf(RibbonControl, 'RibbonControl', {
    scalars: { Enabled: { set: ({ ribbon, id }, value) => ribbon.enable(id, value === true) } },
    methods: { SetVisibility: ({ ribbon, id }, value) => ribbon.show(id, value === true) },
  }),
];
