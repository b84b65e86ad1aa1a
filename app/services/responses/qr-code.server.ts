import qrcode from "qrcode";

/** A QR code as one SVG path over squares of size 1; `size` squares a side, without the quiet zone. */
export function qrCode(text: string): { size: number; path: string } {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: "M" });
  const { size } = modules;
  const squares: string[] = [];
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) if (modules.get(y, x)) squares.push(`M${x} ${y}h1v1h-1z`);
  }
  return { size, path: squares.join("") };
}
