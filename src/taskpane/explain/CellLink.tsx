import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useContext } from 'react';
import type { Operand } from '../../notebook/explain/explanation';
import { addressText, LinksContext } from './links';

const useStyles = makeStyles({
  address: { fontSize: tokens.fontSizeBase100, fontFamily: tokens.fontFamilyMonospace, whiteSpace: 'nowrap' },
});

/**
 * The address of a number's cell, if it has one; where it is first named it is a link that selects the cell.
 */
export function CellLink({ operand }: { operand: Operand }) {
  const styles = useStyles();
  const { linked, goTo, ...names } = useContext(LinksContext);
  const { cell } = operand;
  if (!cell) return null;
  const address = addressText(cell, names);
  if (!linked.has(operand)) return <span className={styles.address}>{address}</span>;
  return (
    <Link as="button" className={styles.address} onClick={() => goTo(cell)}>
      {address}
    </Link>
  );
}
