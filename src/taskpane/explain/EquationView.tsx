import { makeStyles, tokens } from '@fluentui/react-components';
import { Fragment } from 'react';
import type { Applied, Operand, Product, Quotient } from '../../notebook/explain/explanation';
import { explainTexts } from '../../texts/pane/explain';
import { ResultLine } from './ResultLine';
import { Factor } from './TermsView';

const useStyles = makeStyles({
  equation: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
});

/** A product, a quotient or a function, with the result below. */
export function EquationView({ part }: { part: Product | Quotient | Applied }) {
  const styles = useStyles();
  return (
    <div>
      <div className={styles.equation}>{sideOf(part)}</div>
      <ResultLine result={part.result} />
    </div>
  );
}

function sideOf(part: Product | Quotient | Applied) {
  switch (part.kind) {
    case 'product':
      return <Joined operands={part.factors} sign=" × " />;
    case 'quotient':
      return <Joined operands={[part.over, part.under]} sign=" / " />;
    case 'applied':
      return explainTexts.applied(part.writtenName, part.written);
  }
}

function Joined({ operands, sign }: { operands: readonly Operand[]; sign: string }) {
  return operands.map((operand, index) => (
    <Fragment key={index}>
      {index > 0 && sign}
      <Factor factor={operand} />
    </Fragment>
  ));
}
