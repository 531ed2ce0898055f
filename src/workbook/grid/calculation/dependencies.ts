/**
 * What depends on what among formulas. Before each calculation Univer reads every formula of the workbook anew, and
 * adds its references once more to an index from which the earlier ones are never taken: each calculation is slower
 * than the last. Here a formula is read when it is new, and the index holds what is.
 */
import { type IUnitRange, type Injector, type Nullable, ObjectMatrix } from '@univerjs/core';
import {
  type FormulaDependencyTree,
  IDependencyManagerService,
  IFormulaCurrentConfigService,
  IFormulaDependencyGenerator,
  type IFormulaData,
  type IFormulaDataItem,
  type IFormulaDependencyTree,
  type IUnitData,
} from '@univerjs/engine-formula';
import { RangeIndex } from './rangeIndex';

/** Univer's nodes for a cell, and for what a colon makes of two. */
const REFERENCE = 1;
const UNION = 10;

/** A formula, or a part of it, taken apart. */
interface Node {
  readonly nodeType: number;
  getChildren(): readonly Node[];
}

/** What of Univer's generator is its own business, and is called or replaced here all the same. */
interface Generator {
  _generateTreeList: typeof generateTreeList;
  readonly _dependencyTreeCache: Map<number, IFormulaDependencyTree>;
  readonly _runtimeService: { setCurrent(...place: (number | string)[]): void };
  _registerFormulas(units: string[], data: IFormulaData, sheets: IUnitData, into: Trees): void;
  _registerOtherFormulas(data: object, units: string[], into: Trees): void;
  _registerFeatureFormulas(into: Trees): void;
  _createFDtree(...of: [string, string, number, number, IUnitData, IFormulaDataItem]): FormulaDependencyTree;
  _getTreeNode(tree: IFormulaDependencyTree): Node;
  _includeTree(tree: IFormulaDependencyTree, node: Node | null): boolean;
  _getAddressFunctionNodeList(node: Node): never[];
  _getRangeListByNode(of: { node: Node; refOffsetX: number; refOffsetY: number }): Promise<IUnitRange[]>;
  _nodeTraversalRef(node: Node, into: Node[]): void;
  _detectForcedRecalculationNodeRecursion(node: Node): boolean;
  _calculateListByFunctionRefNode(trees: Trees): Promise<void>;
}

type Trees = IFormulaDependencyTree[];

/** A formula that refers to the same cells as long as its text stays. */
interface Known {
  readonly tree: FormulaDependencyTree;
  readonly ranges: readonly IUnitRange[];
}

interface Workings {
  readonly generator: Generator;
  readonly manager: IDependencyManagerService;
  readonly config: IFormulaCurrentConfigService;
  readonly known: Map<number, Known>;
  sheets: string;
}

export function rememberDependencies(injector: Injector): void {
  const manager = injector.get(IDependencyManagerService);
  const generator = injector.get(IFormulaDependencyGenerator) as unknown as Generator;
  const config = injector.get(IFormulaCurrentConfigService);
  const known = new Map<number, Known>();
  index(manager, known);
  const workings: Workings = { generator, manager, config, known, sheets: '' };
  generator._generateTreeList = (...data) => generateTreeList.apply(workings, data);
}

/** Puts our index in the place of Univer's. */
function index(manager: IDependencyManagerService, known: Map<number, Known>): void {
  const references = new RangeIndex();
  const forget = (id: Nullable<number>) => {
    if (id === null || id === undefined) return;
    references.delete(id);
    known.delete(id);
  };
  const reset = manager.reset.bind(manager);
  Object.assign(manager, {
    addDependencyRTreeCache: (tree: IFormulaDependencyTree) =>
      references.set(tree.treeId, [...tree.rangeList]),
    searchDependency: references.search.bind(references),
    openKdTree: () => undefined,
    closeKdTree: () => undefined,
    reset: () => {
      references.clear();
      known.clear();
      reset();
    },
    // Univer's own names for what it does when a formula goes.
    _removeDependencyRTreeCache: forget,
    _removeAllTreeMap: forget,
    _removeDependencyRTreeCacheById: () => undefined,
  });
}

/** Every formula of the workbook; those that are new, or must be looked at each time, as Univer does it. */
async function generateTreeList(
  this: Workings,
  formulas: IFormulaData,
  others: Readonly<Record<string, object>>,
  sheets: IUnitData,
): Promise<Trees> {
  const { generator, manager, config } = this;
  if (config.isForceCalculate()) manager.reset();
  forgetAmbiguous(this, sheets);
  const same: Trees = [];
  const fresh: Trees = [];
  const shared = registerOwn(this, formulas, sheets, same, fresh);
  generator._registerFormulas(Object.keys(shared), shared, sheets, fresh);
  generator._registerOtherFormulas(others, Object.keys(others), fresh);
  generator._registerFeatureFormulas(fresh);
  for (const tree of fresh) if (tree.formula) await read(this, tree as FormulaDependencyTree);
  for (const tree of fresh) if (!tree.isCache) manager.addDependencyRTreeCache(tree);
  const all = [...same, ...fresh];
  if (fresh.some(({ addressFunctionNodes }) => addressFunctionNodes.length > 0))
    await generator._calculateListByFunctionRefNode(all);
  return all;
}

/** A reference can mean something else when sheets come, go, are renamed or grow, or when a name changes. */
function forgetAmbiguous(self: Workings, sheets: IUnitData): void {
  const sizes = Object.values(sheets).flatMap((unit) =>
    Object.entries(unit ?? {}).map(([id, sheet]) => [id, sheet?.rowCount, sheet?.columnCount]),
  );
  const now = JSON.stringify([self.config.getSheetNameMap(), sizes]);
  const names = { ...self.config.getDirtyDefinedNameMap(), ...self.config.getDirtySuperTableMap?.() };
  if (now !== self.sheets || Object.keys(names).length > 0) self.known.clear();
  self.sheets = now;
}

/** Sorts formulas into known and new ones; answers with those that a filled range shares. */
function registerOwn(self: Workings, formulas: IFormulaData, sheets: IUnitData, same: Trees, fresh: Trees) {
  const { generator, manager, known } = self;
  const shared: Record<string, Record<string, object>> = {};
  for (const [unitId, unit] of Object.entries(formulas)) {
    for (const [sheetId, cells] of Object.entries(unit ?? {})) {
      const sharedHere = new ObjectMatrix<IFormulaDataItem>();
      new ObjectMatrix(cells ?? {}).forValue((row, column, item) => {
        if (!item) return;
        if (item.si) {
          sharedHere.setValue(row, column, item);
          return;
        }
        const id = manager.getFormulaDependency(unitId, sheetId, row, column);
        const old = id === null || id === undefined ? undefined : known.get(id);
        const tree =
          old?.tree.formula === item.f
            ? again(self, old)
            : generator._createFDtree(unitId, sheetId, row, column, sheets, item);
        if (tree === old?.tree) same.push(tree);
        else {
          if (id !== null && id !== undefined) tree.treeId = id;
          else manager.addFormulaDependency(unitId, sheetId, row, column, tree);
          fresh.push(tree);
        }
        generator._dependencyTreeCache.set(tree.treeId, tree);
      });
      if (sharedHere.getLength() > 0) (shared[unitId] ??= {})[sheetId] = sharedHere.getMatrix();
    }
  }
  return shared as IFormulaData;
}

function again({ generator }: Workings, { tree, ranges }: Known): FormulaDependencyTree {
  tree.resetState();
  tree.rangeList = [...ranges];
  tree.isDirty = generator._includeTree(tree, null);
  return tree;
}

async function read({ generator, known }: Workings, tree: FormulaDependencyTree): Promise<void> {
  const node = generator._getTreeNode(tree);
  tree.isDirty = generator._includeTree(tree, node);
  tree.addressFunctionNodes = generator._getAddressFunctionNodeList(node);
  if (tree.isVirtual) return;
  const { row, column, rowCount, columnCount, subUnitId, unitId, refOffsetX, refOffsetY } = tree;
  generator._runtimeService.setCurrent(row, column, rowCount, columnCount, subUnitId, unitId);
  const ranges = await generator._getRangeListByNode({ node, refOffsetX, refOffsetY });
  tree.pushRangeList(ranges);
  if (isPlain(generator, tree, node)) known.set(tree.treeId, { tree, ranges: [...ranges] });
  else known.delete(tree.treeId);
}

/** Nothing in it can mean other cells, or another number, by itself: no table, no function such as OFFSET or RAND. */
function isPlain(generator: Generator, tree: FormulaDependencyTree, node: Node): boolean {
  if (tree.formulaId !== undefined && tree.formulaId !== null) return false;
  if (tree.addressFunctionNodes.length > 0 || tree.formula.includes('[')) return false;
  const references: Node[] = [];
  generator._nodeTraversalRef(node, references);
  return (
    references.every((each) => isReference(each) || isRange(each)) &&
    !generator._detectForcedRecalculationNodeRecursion(node)
  );
}

const isReference = ({ nodeType }: Node) => nodeType === REFERENCE;
const isRange = (node: Node) => node.nodeType === UNION && node.getChildren().every(isReference);
