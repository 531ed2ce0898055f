import { makeStyles, tokens } from '@fluentui/react-components';
import { Fragment } from 'react';
import type { List, Operand, Sum, Term } from '../../notebook/explain/explanation';
import { shown } from '../../notebook/explain/numbers';
import { explainTexts } from '../../texts/pane/explain';
import { CellLink } from './CellLink';
import { ResultLine } from './ResultLine';

const useStyles = makeStyles({
  title: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  terms: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'baseline',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    margin: 0,
    '& dd': { margin: 0, textAlign: 'right' },
  },
  value: { fontFamily: tokens.fontFamilyMonospace, whiteSpace: 'nowrap' },
  factors: {
    display: 'block',
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    color: tokens.colorNeutralForeground2,
  },
});

/** Terms of a sum below each other, with the sum below them. */
export function SumView({ part }: { part: Sum }) {
  const styles = useStyles();
  const { rest } = part;
  return (
    <div>
      {part.title && <div className={styles.title}>{part.title}</div>}
      <dl className={styles.terms}>
        <Terms terms={part.terms} />
        {rest && (
          <>
            <dt>{restText(rest, part.terms.length)}</dt>
            <dd className={styles.value}>{shown(rest.value)}</dd>
          </>
        )}
      </dl>
      <ResultLine result={part.result} />
    </div>
  );
}

/** "the other 280", "the other 188 are 0", "all 196 are 0". */
function restText({ count, allZero }: NonNullable<Sum['rest']>, named: number): string {
  if (named === 0) return allZero ? explainTexts.allAreZero(count) : explainTexts.all(count);
  return allZero ? explainTexts.othersAreZero(count) : explainTexts.others(count);
}

/** Products side by side. */
export function ListView({ part }: { part: List }) {
  const styles = useStyles();
  return (
    <div>
      <div className={styles.title}>{part.title}</div>
      <dl className={styles.terms}>
        <Terms terms={part.terms} />
        {part.hidden > 0 && <dt>{explainTexts.more(part.hidden)}</dt>}
      </dl>
    </div>
  );
}

function Terms({ terms }: { terms: readonly Term[] }) {
  const styles = useStyles();
  return terms.map((term, index) => (
    <Fragment key={index}>
      <dt>
        {term.label} <CellLink operand={term} />
        {term.factors && !isNegated(term.factors) && <Factors factors={term.factors} />}
      </dt>
      <dd className={styles.value} title={String(term.value)}>
        {shown(term.value, term.change)}
      </dd>
    </Fragment>
  ));
}

/** Whether a term is subtracted, as its label says, and is not a link to a cell. */
function isNegated([first, second, ...more]: readonly Operand[]): boolean {
  return first.value === -1 && !first.cell && !second?.cell && more.length === 0;
}

/** "0.25 AD11 × 3 B5"; a factor of −1 becomes a minus sign. */
function Factors({ factors }: { factors: readonly Operand[] }) {
  const styles = useStyles();
  const [first, ...others] = factors;
  const negates = first.value === -1 && !first.cell && others.length > 0;
  return (
    <span className={styles.factors}>
      {negates && '− '}
      {(negates ? others : factors).map((factor, index) => (
        <Fragment key={index}>
          {index > 0 && ' × '}
          <Factor factor={factor} />
        </Fragment>
      ))}
    </span>
  );
}

/** A number with its address, or else its name. */
export function Factor({ factor }: { factor: Operand }) {
  return (
    <span title={`${factor.label}: ${factor.value}`}>
      {shown(factor.value, factor.change)} {factor.cell ? <CellLink operand={factor} /> : `(${factor.label})`}
    </span>
  );
}
