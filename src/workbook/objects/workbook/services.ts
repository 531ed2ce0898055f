/** Objects beside the workbook that office.js itself uses. */
import { ExcelObject, membersOf } from '../../host/excelObject';
import { oneOf } from '../arguments';
import type { Book } from '../book';

class AddinInternalService extends ExcelObject {}

/** Custom functions are not supported; the library only needs to find the service when it starts. */
class CustomFunctions extends ExcelObject {}

/** Serves `Office.addin.setStartupBehavior` and `getStartupBehavior`; stored in the file. */
class AppRuntimePersistenceService extends ExcelObject {
  constructor(readonly book: Book) {
    super();
  }
}

const STATES = ['Inactive', 'Background', 'Visible'] as const;

export const servicesOf = (book: Book): Readonly<Record<string, ExcelObject>> => ({
  'Microsoft.AppRuntime.AppRuntimePersistenceService': new AppRuntimePersistenceService(book),
  'Microsoft.ExcelServices.CustomFunctions': new CustomFunctions(),
  'Microsoft.InternalService.AddinInternalService': new AddinInternalService(),
});

export const serviceMembers = [
  membersOf(AppRuntimePersistenceService, 'AppRuntimePersistenceService', {
    methods: {
      GetAppRuntimeStartState: ({ book }) => book.startup.state,
      SetAppRuntimeStartState: ({ book }, state) => {
        book.startup.state = oneOf(state, STATES, 'AppRuntimePersistenceService.setAppRuntimeStartState');
      },
    },
  }),
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
