/** The smallest ONNX model with one operator, as bytes: enough protobuf to ask onnxruntime for a softmax. */

const bytesOf = (text: string): number[] => [...new TextEncoder().encode(text)];

function varint(n: number): number[] {
  return n < 128 ? [n] : [(n & 127) | 128, ...varint(n >>> 7)];
}

/** A field that holds an integer. */
const integer = (field: number, value: number): number[] => [...varint(field << 3), ...varint(value)];

/** A field that holds bytes, text or a message. */
const block = (field: number, value: number[] | string): number[] => {
  const bytes = typeof value === 'string' ? bytesOf(value) : value;
  return [...varint((field << 3) | 2), ...varint(bytes.length), ...bytes];
};

/** Element types of ONNX's TensorProto. */
const elementTypes = { float32: 1, float64: 11 };

/**
 * A model x → Softmax(x) along the last axis, of rows × columns (any number of either).
 *
 * Field numbers: onnx.proto3 of the ONNX project, operator set 13.
 */
export function softmaxModel(type: keyof typeof elementTypes): Uint8Array {
  const dimension = (name: string) => block(1, block(2, name));
  const shape = [...dimension('rows'), ...dimension('columns')];
  const tensor = [...integer(1, elementTypes[type]), ...block(2, shape)];
  const value = (name: string) => [...block(1, name), ...block(2, block(1, tensor))];
  const node = [...block(1, 'x'), ...block(2, 'p'), ...block(4, 'Softmax')];
  const graph = [...block(1, node), ...block(2, 'softmax'), ...block(11, value('x')), ...block(12, value('p'))];
  const operators = [...block(1, ''), ...integer(2, 13)];
  return Uint8Array.from([...integer(1, 8), ...block(7, graph), ...block(8, operators)]);
}
