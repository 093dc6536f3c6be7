interface FormBasisProps {
  formKey: string;
  /** The form's own page. */
  back: string;
}

/** The two hidden fields that every form has. */
export function FormBasis({ formKey, back }: FormBasisProps) {
  return (
    <>
      <input type="hidden" name="idempotencyKey" value={formKey} />
      <input type="hidden" name="back" value={back} />
    </>
  );
}
