/** One page of a PDF: its size in points, and the addresses that are linked on it. */
export interface PrintedPage {
  width: number;
  height: number;
  links: string[];
}

/** The pages of a PDF as Chromium writes it: its objects in plain text, only streams compressed. */
export function printedPages(pdf: Buffer): PrintedPage[] {
  const objects = new Map(
    [...pdf.toString("latin1").matchAll(/^(\d+) 0 obj\n(.*?)\nendobj$/gms)].map(
      ([, number, body]) => [number!, body!] as const,
    ),
  );
  const pages = [...objects.values()].filter((body) => body.startsWith("<</Type /Page\n"));
  return pages.map((body) => {
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(body) ?? [];
    const [, annotations = ""] = /\/Annots \[([^\]]*)\]/.exec(body) ?? [];
    const links = [...annotations.matchAll(/(\d+) 0 R/g)].flatMap(
      ([, number]) => /\/URI \(([^)]*)\)/.exec(objects.get(number!) ?? "")?.[1] ?? [],
    );
    return { width: Number(width), height: Number(height), links };
  });
}
