import { makeStyles, tokens } from '@fluentui/react-components';
import type { Products } from '../../notebook/explain/explanation';
import { explainTexts } from '../../texts/pane/explain';
import { GridView } from './GridView';
import { ResultLine } from './ResultLine';

const useStyles = makeStyles({
  grids: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXXS,
    rowGap: tokens.spacingVerticalXXS,
  },
  /** A sign stays on one line with the grid after it. */
  signed: { display: 'flex', alignItems: 'center', maxWidth: '100%' },
  sign: { paddingTop: '14px', width: '9px', textAlign: 'center' },
});

/**
 * A patch times a matrix, number by number, and the sum of the products. When another patch comes, a mark goes once over
 * patch, matrix and products, cell by cell.
 */
export function ProductsView({ part }: { part: Products }) {
  const styles = useStyles();
  return (
    <div>
      <div className={styles.grids} key={placeOf(part)}>
        {part.factors.map((grid, index) => (
          <div key={index} className={styles.signed}>
            {index > 0 && (
              <span className={styles.sign} title={explainTexts.cellByCell}>
                ×
              </span>
            )}
            <GridView grid={grid} isWalked />
          </div>
        ))}
        <div className={styles.signed}>
          <span className={styles.sign}>=</span>
          <GridView grid={part.products} isWalked />
        </div>
      </div>
      <ResultLine label={explainTexts.sumOfProducts(part.title)} result={part.result} />
    </div>
  );
}

/** Where the patch is: another key for another one, the same while its numbers change. */
function placeOf({ factors }: Products): string {
  const [first] = factors[0].rows.flat().flatMap(({ cell }) => (cell ? [cell] : []));
  return first ? `${first.row} ${first.column}` : '';
}
