// Stands before office.js in embedded-pane.html: the workbook around the pane installs its hooks on this window.
// Opened by itself, the page is its own parent, and there is no workbook.
parent.__embeddedHost?.attach(window);
