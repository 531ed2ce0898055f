/** Where Excel runs: in a browser, or on Windows, Mac or a tablet. To be asked when the host is known. */
export function platform(): 'web' | 'desktop' {
  return Office.context.platform === Office.PlatformType.OfficeOnline ? 'web' : 'desktop';
}
