/** An organisation number as people write it: `559101-4726`. */
export function formatOrgNo(orgNo: string): string {
  return `${orgNo.slice(0, 6)}-${orgNo.slice(6)}`;
}
