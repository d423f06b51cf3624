/* The best that npm has, on the same instances in the same run: or-tools-wasm as minimum cost flow, highs as a linear program. */
import loadHighs from 'highs';
import { initNetworkFlow, setWorkerBridgeEnabled, SimpleMinCostFlow } from 'or-tools-wasm/network-flow';
import type { Instance } from '@kuaizhao/db/domain/matching/plan/floor.ts';

/** `value` is exact for or-tools (summed from its flows) and for highs (from its columns at 0 or 1); undefined when its solution is not whole. */
export interface PeerRun { readonly ms: number; readonly value: bigint | undefined; readonly status: string }
export interface Peer { readonly name: 'or-tools-wasm' | 'highs-ipm' | 'highs-simplex'; readonly solve: (instance: Instance) => Promise<PeerRun> }

const optimal: number = SimpleMinCostFlow.OPTIMAL;

export async function openPeers(): Promise<Peer[]> {
  setWorkerBridgeEnabled(false);
  await initNetworkFlow();
  const highs = await loadHighs();
  return [
    { name: 'or-tools-wasm', solve: byFlow },
    { name: 'highs-ipm', solve: (instance) => Promise.resolve(byLinearProgram(highs, instance, 'ipm')) },
    { name: 'highs-simplex', solve: (instance) => Promise.resolve(byLinearProgram(highs, instance, 'simplex')) },
  ];
}

/** Source → worker → posting → sink, and a way round for whoever waits; costs are weights below 0. */
async function byFlow({ workers, capacity, edgeWorker, edgePosting, edgeWeight }: Instance): Promise<PeerRun> {
  const from = performance.now();
  const flow = new SimpleMinCostFlow();
  const [source, sink] = [workers + capacity.length, workers + capacity.length + 1];
  const workerIds = Array.from({ length: workers }, (_, worker) => worker);
  flow.addArcsWithCapacityAndUnitCost(edgeWorker, edgePosting.map((posting) => workers + posting), new Int32Array(edgeWeight.length).fill(1), edgeWeight.map((weight) => -weight));
  flow.addArcsWithCapacityAndUnitCost(workerIds.map(() => source), workerIds, workerIds.map(() => 1), workerIds.map(() => 0));
  flow.addArcsWithCapacityAndUnitCost(workerIds, workerIds.map(() => sink), workerIds.map(() => 1), workerIds.map(() => 0));
  flow.addArcsWithCapacityAndUnitCost(Array.from(capacity, (_, posting) => workers + posting), Array.from(capacity, () => sink), capacity, Array.from(capacity, () => 0));
  flow.setNodeSupply(source, workers);
  flow.setNodeSupply(sink, -workers);
  const status = await flow.solve();
  const ms = performance.now() - from;
  let value = 0n;
  for (let edge = 0; edge < edgeWeight.length; edge += 1) if (flow.flow(edge) > 0) value += BigInt(edgeWeight[edge]!);
  return { ms, value: status === optimal ? value : undefined, status: String(status) };
}

/** The program has whole corners: a corner is a plan. Weights are scaled to at most 1,000, as its tolerances are absolute. */
function byLinearProgram(highs: Awaited<ReturnType<typeof loadHighs>>, { workers, capacity, edgeWorker, edgePosting, edgeWeight }: Instance, solver: 'ipm' | 'simplex'): PeerRun {
  const from = performance.now();
  const edges = edgeWeight.length;
  const largest = edgeWeight.reduce((most, weight) => Math.max(most, weight), 1);
  const rows = workers + capacity.length;
  const rowUpper = new Float64Array(rows).fill(1);
  capacity.forEach((places, posting) => { rowUpper[workers + posting] = places; });
  const indices = new Int32Array(2 * edges);
  edgeWorker.forEach((worker, edge) => { indices[2 * edge] = worker; indices[2 * edge + 1] = workers + edgePosting[edge]!; });
  const model = highs.createModel({
    numCols: edges, numRows: rows, sense: highs.constants.objectiveSense.maximize, colCost: edgeWeight.map((weight) => weight / largest * 1_000), colLower: new Float64Array(edges), colUpper: new Float64Array(edges).fill(1),
    rowLower: new Float64Array(rows).fill(-highs.infinity), rowUpper,
    matrix: { format: 'csc', numCols: edges, numRows: rows, starts: Int32Array.from({ length: edges + 1 }, (_, edge) => 2 * edge), indices, values: new Float64Array(2 * edges).fill(1) },
  });
  try {
    model.options.set({ output_flag: false, solver });
    model.run();
    const ms = performance.now() - from;
    const { colValue } = model.getSolution();
    const whole = colValue.every((one) => Math.min(Math.abs(one), Math.abs(one - 1)) < 1e-6);
    let value = 0n;
    colValue.forEach((one, edge) => { if (one > 0.5) value += BigInt(edgeWeight[edge]!); });
    return { ms, value: whole ? value : undefined, status: String(model.getModelStatus()) };
  } finally {
    model.dispose();
  }
}
