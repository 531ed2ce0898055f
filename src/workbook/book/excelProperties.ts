/**
 * The properties that Excel's classes have, as far as objects of these classes are played here (names as in
 * @types/office-js). What is loaded and stands here, but not in the tables of members, is refused by name; a name that
 * Excel itself does not know loads nothing: Microsoft's samples write `sheets.load("NoPropertiesNeeded")`,
 * `namedItem.load("no-properties-needed")` and `rows.load("items,value")` (OfficeDev/office-js-snippets, samples/excel).
 */
export const EXCEL_PROPERTIES: Readonly<Record<string, string>> = {
  Application:
    'activeWindow cultureInfo iterativeCalculation windows calculationEngineVersion calculationMode calculationState decimalSeparator thousandsSeparator useSystemSeparators',
  CellValueConditionalFormat: 'format rule',
  Chart:
    'axes dataLabels format legend pivotOptions plotArea series title worksheet categoryLabelLevel chartType displayBlanksAs height id left name plotBy plotVisibleOnly seriesNameLevel showAllFieldButtons showDataLabelsOverMaximum style top width',
  ChartAxes: 'categoryAxis seriesAxis valueAxis',
  ChartAxis:
    'format majorGridlines minorGridlines title alignment axisGroup baseTimeUnit categoryType customDisplayUnit displayUnit height isBetweenCategories left linkNumberFormat logBase majorTickMark majorTimeUnitScale majorUnit maximum minimum minorTickMark minorTimeUnitScale minorUnit multiLevel numberFormat offset position positionAt reversePlotOrder scaleType showDisplayUnitLabel textOrientation tickLabelPosition tickLabelSpacing tickMarkSpacing top type visible width',
  ChartAxisTitle: 'format text textOrientation visible',
  ChartCollection: 'count',
  ChartSeries:
    'binOptions boxwhiskerOptions dataLabels format mapOptions points trendlines xErrorBars yErrorBars axisGroup bubbleScale chartType doughnutHoleSize explosion filtered firstSliceAngle gapWidth gradientMaximumColor gradientMaximumType gradientMaximumValue gradientMidpointColor gradientMidpointType gradientMidpointValue gradientMinimumColor gradientMinimumType gradientMinimumValue gradientStyle hasDataLabels invertColor invertIfNegative markerBackgroundColor markerForegroundColor markerSize markerStyle name overlap parentLabelStrategy plotOrder secondPlotSize showConnectorLines showLeaderLines showShadow smooth splitType splitValue varyByCategories',
  ChartSeriesCollection: 'count',
  ChartTitle:
    'format height horizontalAlignment left overlay position showShadow text textOrientation top verticalAlignment visible width',
  ColorScaleConditionalFormat: 'criteria threeColorScale',
  ConditionalFormat:
    'cellValue cellValueOrNullObject colorScale colorScaleOrNullObject custom customOrNullObject dataBar dataBarOrNullObject iconSet iconSetOrNullObject preset presetOrNullObject textComparison textComparisonOrNullObject topBottom topBottomOrNullObject id priority stopIfTrue type',
  ConditionalFormatRule: 'formula formulaLocal formulaR1C1',
  ConditionalRangeFill: 'color',
  ConditionalRangeFont: 'bold color italic strikethrough underline',
  ConditionalRangeFormat: 'borders fill font numberFormat',
  CustomConditionalFormat: 'format rule',
  DataValidation: 'errorAlert ignoreBlanks prompt rule type valid',
  NamedItem:
    'arrayValues worksheet worksheetOrNullObject comment formula name scope type value valueAsJson valueAsJsonLocal visible',
  Range:
    'conditionalFormats dataValidation format sort worksheet address addressLocal cellCount columnCount columnHidden columnIndex control formulaArray formulas formulasLocal formulasR1C1 hasSpill height hidden hyperlink isEntireColumn isEntireRow left linkedDataTypeState numberFormat numberFormatCategories numberFormatLocal rowCount rowHidden rowIndex savedAsArray style text top valueTypes values valuesAsJson valuesAsJsonLocal width',
  RangeAreas:
    'areas conditionalFormats dataValidation format worksheet address addressLocal areaCount cellCount isEntireColumn isEntireRow style',
  RangeBorder: 'color sideIndex style tintAndShade weight',
  RangeBorderCollection: 'count tintAndShade',
  RangeFill: 'color pattern patternColor patternTintAndShade tintAndShade',
  RangeFont: 'bold color italic name size strikethrough subscript superscript tintAndShade underline',
  RangeFormat:
    'borders fill font protection autoIndent columnWidth horizontalAlignment indentLevel readingOrder rowHeight shrinkToFit textOrientation useStandardHeight useStandardWidth verticalAlignment wrapText',
  Setting: 'key value',
  Shape:
    'fill geometricShape group image line lineFormat parentGroup textFrame altTextDescription altTextTitle connectionSiteCount displayName geometricShapeType height id left level lockAspectRatio name placement rotation top type visible width zOrderPosition',
  ShapeFill: 'foregroundColor transparency type',
  ShapeLineFormat: 'color dashStyle style transparency visible weight',
  Table:
    'autoFilter columns rows sort worksheet highlightFirstColumn highlightLastColumn id legacyId name showBandedColumns showBandedRows showFilterButton showHeaders showTotals style',
  TableCollection: 'count',
  TableColumn: 'filter id index name values valuesAsJson valuesAsJsonLocal',
  TableColumnCollection: 'count',
  TableRow: 'index values valuesAsJson valuesAsJsonLocal',
  TableRowCollection: 'count',
  Workbook:
    'application bindings comments customXmlParts dataConnections functions linkedEntityDataDomains linkedWorkbooks names notes pivotTableStyles pivotTables properties protection queries settings slicerStyles slicers styles tableStyles tables timelineStyles worksheets autoSave calculationEngineVersion chartDataPointTrack isDirty name previouslySaved readOnly usePrecisionAsDisplayed',
  WorkbookProtection: 'protected',
  Worksheet:
    'autoFilter charts comments customProperties freezePanes horizontalPageBreaks namedSheetViews names notes pageLayout pivotTables protection shapes slicers tables verticalPageBreaks enableCalculation id name position showDataTypeIcons showGridlines showHeadings standardHeight standardWidth tabColor tabId visibility',
  WorksheetProtection:
    'allowEditRanges canPauseProtection isPasswordProtected isPaused options protected savedOptions',
};
