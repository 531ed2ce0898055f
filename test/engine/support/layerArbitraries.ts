import fc from 'fast-check';
import type { LayerSpecOf, LayerType, Padding, Stride } from '../../../src/engine/spec';

/** How property tests draw a kind of layer. */
interface Drawn<Type extends LayerType> {
  /** Without an activation. Those that cannot read what is before them are sorted out by `fits`. */
  readonly spec: fc.Arbitrary<LayerSpecOf<Type>>;
  /** How often, beside the others that stand in such places. */
  readonly weight: number;
  /** Among layers that read maps and make maps, where maps become a row of numbers, or among rows of numbers. */
  readonly stands: 'among maps' | 'behind maps' | 'among rows';
  /** Whether it stands behind a dense layer, too. */
  readonly betweenDense?: true;
  /** Whether its spec may have an activation. */
  readonly activated: 'activation' extends keyof LayerSpecOf<Type> ? true : false;
}

const small = fc.integer({ min: 1, max: 3 });
const stride: fc.Arbitrary<Stride> = fc.oneof(small, fc.tuple(small, small));
const kernel = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }));
const dilation = fc.constantFrom(1, 1, 2, 3);
const padding = fc.constantFrom<Padding[]>('valid', 'same', 0, 1, 2);
const pool = {
  size: fc.tuple(small, small),
  stride,
  padding: fc.constantFrom<Padding[]>('valid', 'same', 1),
};

/** One in four has none. */
const bias = fc.constantFrom(undefined, undefined, true, false);

/** Every kind of layer: a new one does not compile before it stands here, and is then drawn by every property test. */
export const drawnLayers: { readonly [Type in LayerType]: Drawn<Type> } = {
  inputNorm: {
    spec: fc.constant({ type: 'inputNorm', name: 'scaled' }),
    weight: 1,
    stands: 'among maps',
    activated: false,
  },
  conv2d: {
    spec: fc.record({
      type: fc.constant('conv2d' as const),
      name: fc.constant('conv'),
      filters: small,
      kernel,
      stride,
      padding,
      dilation,
      bias,
    }),
    weight: 4,
    stands: 'among maps',
    activated: true,
  },
  depthwiseConv2d: {
    spec: fc.record({
      type: fc.constant('depthwiseConv2d' as const),
      name: fc.constant('depthwise'),
      kernel,
      stride,
      padding,
      dilation,
    }),
    weight: 2,
    stands: 'among maps',
    activated: true,
  },
  maxPool2d: {
    spec: fc.record(
      { type: fc.constant('maxPool2d' as const), name: fc.constant('pool'), ...pool },
      { requiredKeys: ['type', 'name', 'size'] },
    ),
    weight: 2,
    stands: 'among maps',
    activated: false,
  },
  averagePool2d: {
    spec: fc.record(
      { type: fc.constant('averagePool2d' as const), name: fc.constant('average'), ...pool },
      { requiredKeys: ['type', 'name', 'size'] },
    ),
    weight: 1,
    stands: 'among maps',
    activated: false,
  },
  globalAveragePool: {
    spec: fc.constant({ type: 'globalAveragePool', name: 'gap' }),
    weight: 1,
    stands: 'behind maps',
    activated: false,
  },
  batchNorm: {
    spec: fc.constant({ type: 'batchNorm', name: 'norm' }),
    weight: 2,
    stands: 'among maps',
    betweenDense: true,
    activated: true,
  },
  groupNorm: {
    spec: fc.record({
      type: fc.constant('groupNorm' as const),
      name: fc.constant('groups'),
      groups: fc.constantFrom(1, 1, 2, 3),
    }),
    weight: 2,
    stands: 'among maps',
    betweenDense: true,
    activated: true,
  },
  dropout: {
    spec: fc.record({
      type: fc.constant('dropout' as const),
      name: fc.constant('dropout'),
      rate: fc.constantFrom(0, 0.25, 0.5),
    }),
    weight: 1,
    stands: 'among maps',
    betweenDense: true,
    activated: false,
  },
  flatten: {
    spec: fc.constant({ type: 'flatten', name: 'flatten' }),
    weight: 3,
    stands: 'behind maps',
    activated: false,
  },
  dense: {
    spec: fc.record({ type: fc.constant('dense' as const), name: fc.constant('dense'), units: small, bias }),
    weight: 1,
    stands: 'among rows',
    activated: true,
  },
};
