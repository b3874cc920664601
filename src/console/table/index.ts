export { countWords, DataTable, type DataTableProps } from './DataTable';
export { TextFilter } from './FilterRow';
