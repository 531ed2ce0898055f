/**
 * The operator @: of a column or row it takes the cell beside the formula. Univer does that, and answers #VALUE! for
 * whatever is a single value anyway, where Excel leaves it as it is ("Implicit intersection operator: @",
 * support.microsoft.com: "If it returns a single value (the most common case), there will be no change").
 */
import type { Injector } from '@univerjs/core';
import {
  type BaseReferenceObject,
  type BaseValueObject,
  type ArrayValueObject,
  LexerNode,
  PrefixNodeFactory,
} from '@univerjs/engine-formula';

type Operand = BaseReferenceObject | BaseValueObject;

/** The private member of Univer's prefix node. */
interface PrefixNode {
  _handlerAT(operand: Operand): Operand;
}

export function letSingleValuesPass(injector: Injector): void {
  const token = new LexerNode();
  token.setToken('@');
  const node = injector.get(PrefixNodeFactory).checkAndCreateNodeType(token) as unknown as PrefixNode;
  const prototype = Object.getPrototypeOf(node) as PrefixNode;
  const intersect = prototype._handlerAT;
  if (intersect.name !== '_handlerAT') return;
  prototype._handlerAT = function atOf(operand) {
    if (!operand.isReferenceObject()) return firstOf(operand as BaseValueObject);
    return (operand as BaseReferenceObject).isCell() ? operand : intersect.call(this, operand);
  };
}

/** Of an array that is not a range, the top left value. */
function firstOf(value: BaseValueObject): Operand {
  return value.isArray() ? ((value as ArrayValueObject).get(0, 0) ?? value) : value;
}
