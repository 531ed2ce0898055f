import type { Chapter } from '../clause';

/** No notebook's own. */
const KEY = 'cellvolution.check';

export const SETTINGS: Chapter = {
  object: 'SettingCollection',
  clauses: [
    {
      name: 'A setting is kept as it was given, lists and objects too, until it is deleted',
      members: [
        'SettingCollection.add()',
        'SettingCollection.getItemOrNullObject()',
        'Setting.value',
        'Setting.load()',
        'Setting.delete()',
        'Workbook.settings',
      ],
      async check({ context, read }) {
        const { settings } = context.workbook;
        const value = { text: 'ä "quoted"', numbers: [1, 2.5], nothing: null };
        settings.add(KEY, value);
        const found = await read(settings.getItemOrNullObject(KEY), 'value');
        settings.getItem(KEY).delete();
        const gone = settings.getItemOrNullObject(KEY);
        await read(gone, 'value');
        return { found: [found, gone.isNullObject], promised: [value, true] };
      },
    },
    {
      name: 'A setting of the same key takes the place of the earlier one',
      members: ['SettingCollection.add()'],
      async check({ context, read }) {
        const { settings } = context.workbook;
        settings.add(KEY, 'first');
        settings.add(KEY, 'second');
        const setting = settings.getItem(KEY);
        const found = await read(setting, 'value');
        setting.delete();
        await context.sync();
        return { found, promised: 'second' };
      },
    },
  ],
};
