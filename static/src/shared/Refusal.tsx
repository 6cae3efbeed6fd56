/** Why what was asked for was not done, told at once; nothing while nothing was refused. */
export function Refusal({ failure }: { failure: string | undefined }) {
  if (!failure) return null;
  return (
    <p className="refusal" role="alert">
      {failure}
    </p>
  );
}
