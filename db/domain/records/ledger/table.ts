/* A table on its way out of the hall: headings and cells, each cell a text or a number, written by whoever knows the format. */
export type Cell = string | number | undefined;
export interface Column<R> {
  readonly heading: string;
  /** about a person: there only when the reader may see people and asked to */
  readonly personal?: true;
  /** in characters of the digit 0, for formats that want to know */
  readonly width: number;
  readonly cell: (row: R) => Cell;
}
/** The columns that this reader gets. */
export const columnsFor = <R>(columns: readonly Column<R>[], personal: boolean): readonly Column<R>[] => columns.filter((one) => personal || one.personal !== true);
