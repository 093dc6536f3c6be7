/** Minutes, a whole number from 0, as hours and minutes in a table: `2:05`, `0:45`, `302:00`. */
export function hoursAsClock(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return `${hours}:${String(minutes - hours * 60).padStart(2, '0')}`;
}
