/** Light modules that must surround a QR code (ISO/IEC 18004). */
const QUIET = 4;

interface Props {
  /** Rows of modules, `true` for a dark one. */
  modules: readonly (readonly boolean[])[];
  label: string;
}

/** A QR code as one path: dark on light whatever the page's colours, since scanners expect it. */
export function QrCode({ modules, label }: Props) {
  const size = modules.length + 2 * QUIET;
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={modulesPath(modules)} fill="#000" />
    </svg>
  );
}

/** Every run of dark modules in a row as one rectangle. */
function modulesPath(modules: Props["modules"]): string {
  let path = "";
  modules.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (row[x] !== true) continue;
      const start = x;
      while (row[x] === true) x += 1;
      path += `M${start + QUIET} ${y + QUIET}h${x - start}v1h${start - x}z`;
    }
  });
  return path;
}
