import { Link, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ModelState, ModelStateRow, Verdict } from '../../addin/commands/model/modelState';
import { parseA1 } from '../../notebook/sheet/address';
import { modelTexts } from '../../texts/pane/model';
import { verdictOn } from './verdictOn';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  head: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  layer: { width: '34%' },
  parameters: { width: '25%' },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  cell: {
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXXS} 0`,
  },
  last: { paddingRight: 0 },
  name: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase200 },
  kind: { display: 'block', color: tokens.colorNeutralForeground2 },
  verdict: { paddingLeft: tokens.spacingHorizontalS, paddingBottom: tokens.spacingVerticalXS },
  fault: {
    color: tokens.colorPaletteRedForeground1,
    borderLeft: `3px solid ${tokens.colorPaletteRedBorder2}`,
  },
  note: {
    color: tokens.colorPaletteMarigoldForeground2,
    borderLeft: `3px solid ${tokens.colorPaletteMarigoldBorder2}`,
  },
  faultCell: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
});

interface ModelRowsProps {
  readonly model: ModelState;
  /** Selects cells of the table's sheet. */
  onSelect(address: string): void;
}

/** The rows of a model table, each with what it comes to, and what is wrong in it. */
export function ModelRows({ model, onSelect }: ModelRowsProps) {
  const styles = useStyles();
  const { columns } = modelTexts;
  return (
    <>
      <Text weight="semibold" aria-live="polite">
        {verdictOn(model)}
      </Text>
      {model.above.map((verdict) => (
        <div key={verdict.cell} className={mergeClasses(styles.verdict, styles.fault)}>
          <Fault verdict={verdict} onSelect={onSelect} />
        </div>
      ))}
      <table className={styles.table} aria-label={modelTexts.layersOf(model.title)}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.layer)}>
              {columns.layer}
            </th>
            <th scope="col" className={styles.head}>
              {columns.shape}
            </th>
            <th scope="col" className={mergeClasses(styles.head, styles.number, styles.parameters)}>
              {columns.parameters}
            </th>
          </tr>
        </thead>
        {model.rows.map((row) => (
          <Row key={row.address} row={row} onSelect={onSelect} />
        ))}
      </table>
    </>
  );
}

function Row({ row, onSelect }: { row: ModelStateRow } & Pick<ModelRowsProps, 'onSelect'>) {
  const styles = useStyles();
  const { address, name, kind, counts, faults, note } = row;
  return (
    <tbody className={styles.row}>
      <tr>
        <th scope="row" className={styles.cell}>
          <Link
            as="button"
            className={styles.name}
            title={modelTexts.select(address)}
            onClick={() => onSelect(address)}
          >
            {name ?? modelTexts.unnamed(parseA1(address).row + 1)}
          </Link>
          <span className={styles.kind}>{kind || modelTexts.noKind}</span>
        </th>
        <td className={styles.cell}>{counts?.shape ?? modelTexts.notCounted}</td>
        <td className={mergeClasses(styles.cell, styles.number, styles.last)}>
          {counts ? modelTexts.parameters(counts.parameters) : modelTexts.notCounted}
        </td>
      </tr>
      {faults.map((verdict) => (
        <tr key={verdict.cell + verdict.message}>
          <td colSpan={3} className={mergeClasses(styles.cell, styles.verdict, styles.fault)}>
            <Fault verdict={verdict} onSelect={onSelect} />
          </td>
        </tr>
      ))}
      {note && (
        <tr>
          <td colSpan={3} className={mergeClasses(styles.cell, styles.verdict, styles.note)}>
            {note}
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** What is wrong in a cell, which a click on its address selects. */
function Fault({ verdict, onSelect }: { verdict: Verdict } & Pick<ModelRowsProps, 'onSelect'>) {
  const styles = useStyles();
  const { cell, message } = verdict;
  return (
    <>
      ✗{' '}
      <Link
        as="button"
        className={styles.faultCell}
        title={modelTexts.select(cell)}
        onClick={() => onSelect(cell)}
      >
        {cell}
      </Link>
      {modelTexts.fault(message)}
    </>
  );
}
