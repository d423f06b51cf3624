/* The floor as one page of the console: windows, tables, jobs, machines. */
import { useMemory } from '../session/desk-session.tsx';
import { Floor } from './floor.tsx';

export function FloorPage() {
  const { floor } = useMemory();
  return floor === undefined ? null : <Floor floor={floor} />;
}
