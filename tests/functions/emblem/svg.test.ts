import { describe, expect, test } from "vitest";
import { rewriteSvg } from "../../../functions/emblem/svg.ts";

/* A drawing is written anew from a list: what of an attack is left is a drawing without it, or nothing at all. */

const NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const of = (inner: string, more = 'viewBox="0 0 10 10"') => `<svg ${NS} ${more}>${inner}</svg>`;
const rewrite = (source: string): string => {
  const bytes = rewriteSvg(new TextEncoder().encode(source));
  return typeof bytes === "string" ? bytes : new TextDecoder().decode(bytes);
};
const HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10" height="10"';
const EMPTY = `${HEAD}/>`;
/** What may stand in no emblem. */
const DANGER =
  /script|javascript|foreignObject|<style|style=|on\w+=|http:|https:|data:|file:|\/\/[a-z]+\.|@import|<!|<\?|animate|<set|<image|<a\b|expression|&(?!amp;|lt;|gt;|quot;)/i;

describe("a drawing", () => {
  test("keeps its shapes, colours, gradients and words; ids are new ones", () => {
    const source = of(
      '<title>Sun &amp; sea</title><defs><linearGradient id="a-b" x1="0"><stop offset="0.5" stop-color="#FC0"/></linearGradient></defs>' +
        '<g transform="translate(1, 2) rotate(-45)"><path d="M0 0L10,10z" fill="url(#a-b)"/></g>' +
        '<text x="1" font-family="\'DejaVu Sans\', sans-serif">Құс</text><use xlink:href="#nothing"/>',
    );
    expect(rewrite(source)).toBe(
      `${HEAD}><title>Sun &amp; sea</title><defs><linearGradient id="e0" x1="0"><stop offset="0.5" stop-color="#FC0"/></linearGradient></defs>` +
        '<g transform="translate(1, 2) rotate(-45)"><path d="M0 0L10,10z" fill="url(#e0)"/></g>' +
        '<text x="1" font-family="DejaVu Sans, sans-serif">Құс</text></svg>',
    );
  });

  test("has the colours of its classes and styles, as drawing programs write them", () => {
    const sheet =
      ".cls-1,.b{fill:#123456;}/* .b{fill:red} */.b{stroke:none!important}@import url(//x.example);svg *{fill:red}";
    const source = of(
      `<style type="text/css">${sheet}</style><rect class="cls-1 b" fill="red" width="1"/><path style="fill:blue;background:url(https://x.example)" d="M0 0"/>`,
    );
    expect(rewrite(source)).toBe(
      `${HEAD}><rect fill="#123456" width="1" stroke="none"/><path d="M0 0" fill="blue"/></svg>`,
    );
  });

  test("is as large as its view box, else as its sides", () => {
    expect(rewrite(of("", 'width="30px" height="20"'))).toContain('viewBox="0 0 30 20"');
    for (const size of ['viewBox="0 0 0 5"', 'viewBox="0 0 1e9 1e9"', 'viewBox="0 0 1000 1"', ""]) {
      expect([size, rewrite(of("", size))]).toEqual([size, "unreadable"]);
    }
  });
});

describe("nothing dangerous is left of", () => {
  test.each<[string, string]>([
    ["a script", of("<script>alert(1)</script>")],
    ["a script by address", of('<script xlink:href="https://x.example/a.js"/>')],
    ["a script in another case", of("<ScRiPt>alert(1)</ScRiPt>")],
    ["a script in CDATA", of("<script><![CDATA[alert(1)]]></script>")],
    [
      "a script under a prefix",
      of('<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>'),
    ],
    [
      "handlers",
      of('<rect onload="alert(1)" onclick="alert(1)" ONMOUSEOVER="x"/>').replace(
        "<svg",
        '<svg onload="alert(1)"',
      ),
    ],
    [
      "HTML inside",
      of(
        '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="alert(1)"/></body></foreignObject>',
      ),
    ],
    ["a link", of('<a xlink:href="javascript:alert(1)"><rect width="1"/></a>')],
    ["a link with a broken scheme", of('<a href="java&#10;script:alert(1)"><rect/></a>')],
    [
      "a picture",
      of('<image href="https://x.example/a.png"/><image xlink:href="data:image/svg+xml,x"/>'),
    ],
    [
      "a picture in a filter",
      of('<filter id="f"><feImage href="https://x.example/a"/></filter><rect filter="url(#f)"/>'),
    ],
    [
      "another document",
      of(
        '<use href="https://x.example/a.svg#b"/><use xlink:href="/c/x#y"/><use href="data:image/svg+xml,x#y"/>',
      ),
    ],
    [
      "addresses in colours",
      of(
        '<rect fill="url(https://x.example/#a)" stroke="url(//x.example)" mask="url(\'data:x\')"/>',
      ),
    ],
    [
      "addresses with escapes",
      of('<rect fill="u\\72l(https://x.example)" style="fill:u\\000072l(//x.example)"/>'),
    ],
    [
      "a style sheet that loads",
      of(
        '<style>@import "https://x.example/a.css";rect{fill:url(https://x.example)}</style><rect/>',
      ),
    ],
    [
      "a class that loads",
      of('<style>.a{fill:url(https://x.example/#a);behavior:url(x)}</style><rect class="a"/>'),
    ],
    [
      "animation",
      of(
        '<rect><animate attributeName="href" values="javascript:alert(1)"/><set attributeName="onclick" to="x"/></rect>',
      ),
    ],
    [
      "a handler of XML events",
      of(
        '<handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">alert(1)</handler>',
      ),
    ],
    [
      "a base",
      `<svg ${NS} viewBox="0 0 10 10" xml:base="https://x.example/"><use href="#a"/></svg>`,
    ],
    ["a style sheet beside", `<?xml-stylesheet href="https://x.example/a.css"?>${of("<rect/>")}`],
    ["a comment that is none", of("<!-- --!><script>alert(1)</script> -->")],
    [
      "words that are markup",
      of("<text>&lt;script&gt;alert(1)&lt;/script&gt;</text>").replaceAll("script", "b"),
    ],
    [
      "an attribute that breaks out",
      of('<rect id="a&quot; onload=&quot;alert(1)" fill="#1&quot; x=&quot;"/>'),
    ],
    [
      "frames and media",
      of('<iframe src="x"/><video src="x"/><audio/><embed/><object data="x"/><link href="x"/>'),
    ],
    [
      "whatever a program keeps",
      of(
        '<metadata><rdf:RDF xmlns:rdf="x">Anna, Almaty</rdf:RDF></metadata><sodipodi:namedview xmlns:sodipodi="y" inkscape:label="home/anna"/>',
      ),
    ],
  ])("%s", (_, source) => {
    const kept = rewrite(source);
    expect(kept.replace(HEAD, "")).not.toMatch(DANGER);
    expect(kept).not.toContain("Anna");
    expect(kept === "unreadable" || kept.startsWith(HEAD)).toBe(true);
  });

  test("a text that looks like markup stays a text", () => {
    expect(rewrite(of("<text>&lt;script&gt;</text>"))).toBe(
      `${HEAD}><text>&lt;script&gt;</text></svg>`,
    );
    expect(rewrite(of("<text>&#x26;#60;</text>"))).toBe(`${HEAD}><text>&amp;#60;</text></svg>`);
  });
});

describe("is refused", () => {
  const bomb = (depth: number) =>
    of(
      `<g id="a0"><rect/></g>${Array.from({ length: depth }, (_, at) => `<g id="a${at + 1}">${`<use href="#a${at}"/>`.repeat(10)}</g>`).join("")}`,
    );
  test.each<[string, string, string]>([
    ["an entity", `<!DOCTYPE svg [<!ENTITY a "b">]>${of("<text>&a;</text>")}`, "unreadable"],
    [
      "a file by an entity",
      `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>${of("<text>&a;</text>")}`,
      "unreadable",
    ],
    [
      "a document type",
      `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${of("")}`,
      "unreadable",
    ],
    ["what is no SVG", "<html><svg/></html>", "unreadable"],
    ["what is no XML", "<svg", "unreadable"],
    ["nothing", "", "unreadable"],
    ["what grows when it is drawn", bomb(6), "too-large"],
    ["a ring", of('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'), "unreadable"],
    ["what draws itself", of('<g id="a"><use href="#a"/></g>'), "unreadable"],
    ["a ring of masks", of('<mask id="a"><rect mask="url(#a)"/></mask>'), "unreadable"],
    ["what is too deep", of(`${"<g>".repeat(30)}<rect/>${"</g>".repeat(30)}`), "too-large"],
    ["too many shapes", of("<rect/>".repeat(1_001)), "too-large"],
  ])("%s", (_, source, why) => {
    expect(rewrite(source)).toBe(why);
  });

  test("what is no UTF-8", () => {
    expect(rewriteSvg(Uint8Array.from([0x3c, 0xff, 0xfe]))).toBe("unreadable");
  });

  test("written anew, it is what it was written as", () => {
    const once = rewrite(of('<g id="x"><rect width="1"/></g><use href="#x"/>'));
    expect(rewrite(once)).toBe(once);
    expect(rewrite(of(""))).toBe(EMPTY);
  });
});
