import type { Assessment, Band } from "../shared/contract";

const BAND: Record<Band, string> = {
  strong: "Strong",
  solid: "Solid",
  mixed: "Mixed",
  weak: "Weak",
  not_assessed: "Not assessed",
};

const AXIS: Record<string, string> = { "high-level-design": "High-level design" };

function titleOf(axis: string): string {
  return AXIS[axis] ?? axis.charAt(0).toUpperCase() + axis.slice(1).replaceAll("-", " ");
}

/** The score in bands, over all and by axis; what a machine cannot judge is left to the person. */
export function Axes({ score: { band = "not_assessed", because, axes = [] } }: { score: Assessment["score"] }) {
  if (axes.length === 0) return null;
  return (
    <details className="folded axes">
      <summary>
        <span className="band" data-band={band}>
          {BAND[band]}
        </span>{" "}
        overall · by axis
      </summary>
      {because && <p className="quiet">{because}</p>}
      <dl>
        {axes.map(({ axis, band: one, because: why }) => (
          <div key={axis}>
            <dt>{titleOf(axis)}</dt>
            <dd className="band" data-band={one}>
              {BAND[one]}
            </dd>
            <dd className="quiet">{why}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
