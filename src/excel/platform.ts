/** Whether Excel runs in a browser, or on Windows, Mac or a tablet. Valid only after Office.onReady. */
export function platform(): 'web' | 'desktop' {
  return Office.context.platform === Office.PlatformType.OfficeOnline ? 'web' : 'desktop';
}
