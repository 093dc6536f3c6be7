import { calculatorAddress } from '#lib/server/compensation/calculator-address.ts';
import { seeOther } from '#lib/server/http/problem-response.ts';

/** Leads from the form of the calculator to the address that holds what is in it. Nothing is stored. */
export async function POST(request: Request): Promise<Response> {
  return seeOther(calculatorAddress(new URLSearchParams(await request.text())));
}
