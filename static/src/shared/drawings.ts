/** The files that open as a board. Whether one really does, the server decides. */

/** Excalidraw, draw.io, Mermaid, scripts for diagrams, and pictures that may carry a drawing. */
export const ACCEPT = ".excalidraw,.json,.drawio,.dio,.xml,.mmd,.mermaid,.py,.png,.svg";

/** Files that may hold several pages: draw.io, and pictures that carry it. */
const PAGED = /\.(drawio|dio|xml|png|svg)$/i;

const DRAWING = /\.(excalidraw|json|drawio|dio|xml|mmd|mermaid|py)$/i;
const PICTURE = /\.(png|svg)$/i;
/** What programs write before the drawing that they put into a picture. */
const TRACES = ["application/vnd.excalidraw+json", "mxfile", "mxGraphModel"];

/** A picture is a drawing when it carries one; any other is put on the board as it is. */
async function carriesDrawing(file: Blob): Promise<boolean> {
  const text = new TextDecoder("latin1").decode(await file.arrayBuffer());
  return TRACES.some((trace) => text.includes(trace));
}

/** Whether a file has to be looked at before it is known where it goes. */
export function mayBeDrawing({ name }: File): boolean {
  return DRAWING.test(name) || PICTURE.test(name);
}

/** Whether a file opens as a board by its name, or, for a picture, by what it carries. */
export async function isDrawing(file: File): Promise<boolean> {
  return DRAWING.test(file.name) || (PICTURE.test(file.name) && carriesDrawing(file));
}

/** Whether one has to ask the server how many pages a file has. */
export function mayHavePages({ name }: File): boolean {
  return PAGED.test(name);
}

/** What to call a page: its name, or its number where it has none. */
export function pageName(name: string, index: number): string {
  return name || `Page ${index + 1}`;
}
