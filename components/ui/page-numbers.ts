/** The first, the last and those around the one shown; 0 stands for a gap. */
export function pageNumbers(page: number, pages: number): number[] {
  const near = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const shown = [...new Set(near)];
  return shown.flatMap((number, index) => {
    const before = shown[index - 1] ?? number - 1;
    return number - before > 1 ? [0, number] : [number];
  });
}
