import { FormBasis } from '#components/ui/form-basis.tsx';

interface FormHeadProps {
  /** Made when the page is; a form that failed goes on with its own. */
  formKey: string;
  back: string;
  /** Of the draft as it is shown. */
  version?: number | undefined;
}

/** What every form of a draft carries besides its fields. */
export function FormHead({ formKey, back, version }: FormHeadProps) {
  return (
    <>
      <FormBasis formKey={formKey} back={back} />
      {version !== undefined && <input type="hidden" name="version" value={version} />}
    </>
  );
}
