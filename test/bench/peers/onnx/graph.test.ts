// Read back by protobufjs, which onnxruntime-web brings along, from the definitions of onnx.proto.
import protobuf from 'protobufjs';
import { OnnxGraph } from './graph';

const DEFINITIONS = `
  syntax = "proto2";
  message Model { optional int64 ir_version = 1; optional Graph graph = 7; repeated OperatorSet opset_import = 8; }
  message OperatorSet { optional string domain = 1; optional int64 version = 2; }
  message Graph {
    repeated Node node = 1; optional string name = 2; repeated Tensor initializer = 5;
    repeated ValueInfo input = 11; repeated ValueInfo output = 12;
  }
  message Node {
    repeated string input = 1; repeated string output = 2; optional string op_type = 4;
    repeated Attribute attribute = 5;
  }
  message Attribute { optional string name = 1; optional int64 i = 3; repeated int64 ints = 8; optional int32 type = 20; }
  message Tensor {
    repeated int64 dims = 1; optional int32 data_type = 2; optional string name = 8; optional bytes raw_data = 9;
  }
  message ValueInfo { optional string name = 1; optional Type type = 2; }
  message Type { optional TensorType tensor_type = 1; }
  message TensorType { optional int32 elem_type = 1; optional Shape shape = 2; }
  message Shape { repeated Dimension dim = 1; }
  message Dimension { optional int64 dim_value = 1; }
`;

function decoded(graph: OnnxGraph): Record<string, unknown> {
  const model = protobuf.parse(DEFINITIONS, { keepCase: true }).root.lookupType('Model');
  return model.toObject(model.decode(graph.encode()), { longs: Number, bytes: Array });
}

test('a graph reads back as it was made', () => {
  const graph = new OnnxGraph();
  const x = graph.input('x', [1, 300]);
  const weights = graph.constant(Float32Array.of(1, -2), [2]);
  const axes = graph.whole(-1, 2);
  const [most, where] = graph.nodeOf(2, 'MaxPool', [x, weights, axes], {
    kernel_shape: [2, 300],
    ceil_mode: 1,
  });
  graph.output('y', most, [1, 150]);

  const shaped = (name: string, sides: number[]) => ({
    name,
    type: { tensor_type: { elem_type: 1, shape: { dim: sides.map((dim_value) => ({ dim_value })) } } },
  });
  expect(decoded(graph)).toMatchObject({
    ir_version: 8,
    opset_import: [{ domain: '', version: 17 }],
    graph: {
      input: [shaped('x', [1, 300])],
      output: [shaped('y', [1, 150])],
      initializer: [
        { name: weights, data_type: 1, dims: [2], raw_data: [0, 0, 128, 63, 0, 0, 0, 192] },
        { name: axes, data_type: 7, dims: [2], raw_data: [...Array(8).fill(255), 2, ...Array(7).fill(0)] },
      ],
      node: [
        {
          op_type: 'MaxPool',
          input: [x, weights, axes],
          output: [most, where],
          attribute: [
            { name: 'kernel_shape', type: 7, ints: [2, 300] },
            { name: 'ceil_mode', type: 2, i: 1 },
          ],
        },
        { op_type: 'Identity', input: [most], output: ['y'] },
      ],
    },
  });
});
