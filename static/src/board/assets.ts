/** Where Excalidraw finds its fonts. Imported before it, so that it never looks anywhere else. */
declare global {
  interface Window {
    EXCALIDRAW_ASSET_PATH?: string;
  }
}

window.EXCALIDRAW_ASSET_PATH = import.meta.env.BASE_URL;

export {};
