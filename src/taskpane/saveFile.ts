/**
 * Has the browser save a file. In a pane of Excel for Mac nothing comes of it, by design, and no program is told so
 * (OfficeDev/office-js #2700, #3385, #4681): offer another way beside.
 */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to read it when the click is over; a turn later it may go.
  setTimeout(() => URL.revokeObjectURL(address));
}
