// Gives Excalidraw's font subsetter the whole font back, instead of the glyphs a drawing uses.
self.onmessage = ({ data: { arrayBuffer } }) => self.postMessage(arrayBuffer, { transfer: [arrayBuffer] });
