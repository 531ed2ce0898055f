import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useContext } from 'react';
import type { CellRef } from '../../../notebook/explain/explanation';
import { addressText, LinksContext } from './links';

const useStyles = makeStyles({
  link: { fontSize: tokens.fontSizeBase100, fontFamily: tokens.fontFamilyMonospace, whiteSpace: 'nowrap' },
});

/** An address that brings a person to its cell. */
export function CellLink({ cell }: { cell: CellRef }) {
  const styles = useStyles();
  const { sheet, goTo } = useContext(LinksContext);
  return (
    <Link as="button" className={styles.link} onClick={() => goTo(cell)}>
      {addressText(cell, sheet)}
    </Link>
  );
}
