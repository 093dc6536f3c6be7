/** A Swedish number as it is dialled from anywhere: 08-465 004 10 is +46846500410. */
export function dialled(phone: string): string {
  return phone.replaceAll(/[^\d+]/g, '').replace(/^0/, '+46');
}
