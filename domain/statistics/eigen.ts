const MOST_SWEEPS = 100;

/** `vectors[i][j]` is component i of the eigenvector of `values[j]`. */
export interface Eigen {
  values: number[];
  vectors: number[][];
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations: exact to about 1e-15 of the
 * largest entry, and fast enough for some dozens of rows. The values come in no particular order.
 * Source: Golub & Van Loan, Matrix Computations, "Jacobi methods". No rows: nothing.
 */
export function symmetricEigen(matrix: readonly (readonly number[])[]): Eigen {
  const a = matrix.map((row) => [...row]);
  const vectors = matrix.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
  const size = Math.max(0, ...a.flat().map(Math.abs));
  for (let sweep = 0; sweep < MOST_SWEEPS && largestOff(a) > 1e-15 * size; sweep++) {
    for (let p = 0; p < a.length; p++) {
      for (let q = p + 1; q < a.length; q++) rotate(a, vectors, p, q);
    }
  }
  return { values: a.map((row, i) => row[i]!), vectors };
}

const largestOff = (a: readonly (readonly number[])[]): number =>
  Math.max(0, ...a.flatMap((row, i) => row.slice(i + 1).map(Math.abs)));

/** One rotation in the plane of p and q that makes their common entry zero. */
function rotate(a: number[][], vectors: number[][], p: number, q: number): void {
  const common = a[p]![q]!;
  if (common === 0) return;
  const ratio = (a[q]![q]! - a[p]![p]!) / (2 * common);
  const tangent = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.hypot(1, ratio));
  const cosine = 1 / Math.hypot(1, tangent);
  const sine = tangent * cosine;
  const turn = (row: number[]) => {
    const [x, y] = [row[p]!, row[q]!];
    row[p] = cosine * x - sine * y;
    row[q] = sine * x + cosine * y;
  };
  a.forEach(turn);
  vectors.forEach(turn);
  const [rowP, rowQ] = [a[p]!, a[q]!];
  rowP.forEach((x, j) => {
    const y = rowQ[j]!;
    rowP[j] = cosine * x - sine * y;
    rowQ[j] = sine * x + cosine * y;
  });
}
