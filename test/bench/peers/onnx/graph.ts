import { Message } from './protobuf';

/** A number, or several whole numbers. */
type Attribute = number | readonly number[];

/**
 * A graph of ONNX operators, made node by node; operators and their inputs, outputs and attributes are as
 * https://onnx.ai/onnx/operators says. Tensors are known by name.
 */
export class OnnxGraph {
  private readonly graph = new Message();
  private count = 0;

  /** A tensor that is fed in. Returns its name. */
  input(name: string, shape: readonly number[]): string {
    this.graph.message(GRAPH.input, valueInfo(name, shape));
    return name;
  }

  /** A tensor that never changes. Returns its name. */
  constant(values: Float32Array | BigInt64Array, shape: readonly number[]): string {
    const name = this.nextName('constant');
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    const tensor = new Message();
    for (const side of shape) tensor.integer(TENSOR.dims, side);
    tensor
      .integer(TENSOR.dataType, values instanceof Float32Array ? FLOAT : INT64)
      .text(TENSOR.name, name)
      .raw(TENSOR.rawData, bytes);
    this.graph.message(GRAPH.initializer, tensor);
    return name;
  }

  scalar(value: number): string {
    return this.constant(Float32Array.of(value), []);
  }

  /** A row of whole numbers, such as a shape or axes. */
  whole(...values: number[]): string {
    return this.constant(BigInt64Array.from(values.map(BigInt)), [values.length]);
  }

  /** An operator with one output, whose name it returns. */
  node(operator: string, inputs: readonly string[], attributes: Record<string, Attribute> = {}): string {
    return this.nodeOf(1, operator, inputs, attributes)[0];
  }

  /** As `node`, of an operator with several outputs. */
  nodeOf(
    outputs: number,
    operator: string,
    inputs: readonly string[],
    attributes: Record<string, Attribute> = {},
  ): string[] {
    const names = Array.from({ length: outputs }, () => this.nextName(operator));
    this.addNode(operator, inputs, names, attributes);
    return names;
  }

  /** A tensor that is asked for, under that name. */
  output(name: string, tensor: string, shape: readonly number[]): void {
    this.addNode('Identity', [tensor], [name], {});
    this.graph.message(GRAPH.output, valueInfo(name, shape));
  }

  /** A model of this graph, as a file has it. */
  encode(): Uint8Array {
    const operators = new Message().text(OPERATOR_SET.domain, '').integer(OPERATOR_SET.version, 17);
    return new Message()
      .integer(MODEL.irVersion, 8)
      .text(MODEL.producer, 'Cellvolution bench')
      .message(MODEL.graph, this.graph.text(GRAPH.name, 'bench'))
      .message(MODEL.operatorSets, operators)
      .encode();
  }

  private addNode(
    operator: string,
    inputs: readonly string[],
    outputs: readonly string[],
    attributes: Record<string, Attribute>,
  ): void {
    const node = new Message();
    for (const name of inputs) node.text(NODE.input, name);
    for (const name of outputs) node.text(NODE.output, name);
    node.text(NODE.operator, operator);
    for (const [name, value] of Object.entries(attributes))
      node.message(NODE.attribute, attribute(name, value));
    this.graph.message(GRAPH.node, node);
  }

  private nextName(stem: string): string {
    return `${stem}_${++this.count}`;
  }
}

function attribute(name: string, value: Attribute): Message {
  const message = new Message().text(ATTRIBUTE.name, name);
  if (typeof value === 'number') return message.integer(ATTRIBUTE.integer, value).integer(ATTRIBUTE.type, 2);
  for (const each of value) message.integer(ATTRIBUTE.integers, each);
  return message.integer(ATTRIBUTE.type, 7);
}

function valueInfo(name: string, shape: readonly number[]): Message {
  const sides = new Message();
  for (const side of shape) sides.message(1, new Message().integer(1, side));
  const tensor = new Message().integer(1, FLOAT).message(2, sides);
  return new Message().text(1, name).message(2, new Message().message(1, tensor));
}

// Numbers of fields and kinds of numbers, from onnx.proto.
const MODEL = { irVersion: 1, producer: 2, graph: 7, operatorSets: 8 };
const OPERATOR_SET = { domain: 1, version: 2 };
const GRAPH = { node: 1, name: 2, initializer: 5, input: 11, output: 12 };
const NODE = { input: 1, output: 2, operator: 4, attribute: 5 };
const ATTRIBUTE = { name: 1, integer: 3, integers: 8, type: 20 };
const TENSOR = { dims: 1, dataType: 2, name: 8, rawData: 9 };
const FLOAT = 1;
const INT64 = 7;
