import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { Language } from '../../../kernel/language.ts';
import { html, Html } from './html.ts';
import { texts } from './texts.ts';

const STYLE = `
:root{color-scheme:light;--ink:#1b1f24;--soft:#57606a;--line:#d0d7de;--main:#0b5c3e}
*{box-sizing:border-box}
body{margin:0;font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:#f6f8fa}
.banner{margin:0;background:#fff3cd;color:#533f03;padding:.6rem 1rem;text-align:center;font-size:.9rem}
main{max-width:40rem;margin:0 auto;padding:1rem}
main.wide{max-width:60rem}
header{display:flex;gap:1rem;align-items:baseline;justify-content:space-between;flex-wrap:wrap}
h1{font-size:1.35rem;margin:.5rem 0}
h2{font-size:1.1rem;margin:1.5rem 0 .5rem}
a{color:var(--main)}
.card{background:#fff;border:1px solid var(--line);border-radius:.75rem;padding:1rem;margin:.75rem 0}
dl{display:grid;grid-template-columns:minmax(8rem,auto) 1fr;gap:.35rem 1rem;margin:0}
.card>h2:first-child{margin-top:0}
dt{color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere}
.big{font-size:1.6rem;font-weight:700}
.number{font-size:1.15rem;font-weight:600;letter-spacing:.04em}
form.action{border-top:1px solid var(--line);padding:.75rem 0 .25rem}
form.action:first-child{border-top:0;padding-top:0}
p{margin:.25rem 0}
.hint{color:var(--soft);font-size:.9rem}
button{font:inherit;font-weight:600;min-height:2.75rem;padding:.5rem 1rem;border-radius:.5rem;border:1px solid var(--main);background:#fff;color:var(--main);cursor:pointer}
button.main{background:var(--main);color:#fff;width:100%}
button:focus-visible,input:focus-visible,a:focus-visible{outline:3px solid #0969da;outline-offset:2px}
label{display:block;font-weight:600}
input{font:inherit;min-height:2.75rem;padding:.5rem .75rem;border:1px solid #6e7781;border-radius:.5rem;width:100%;max-width:20rem}
.row{display:flex;gap:.5rem;flex-wrap:wrap;align-items:end}
.note{border-left:4px solid var(--main);background:#e6f4ee;padding:.6rem .9rem;margin:.75rem 0}
.note.bad{border-color:#a40e26;background:#ffebe9}
ul.list{list-style:none;margin:0;padding:0}
ul.list>li{border-top:1px solid var(--line);padding:.75rem 0}
ul.list>li:first-child{border-top:0}
.big,.number{white-space:nowrap}
@media (max-width:30rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.6rem}}
`;

/** Ours, as it stands: its hash is in the policy. */
const STYLE_PIECE = new Html(STYLE);

/** Nothing runs in a page, nothing comes from elsewhere, and no other site shows it in a frame. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface Page {
  title: string;
  body: Html;
  language: Language;
  /** Where the same is shown in the other language. */
  path: string;
  is_wide?: boolean;
}

function page({ title, body, language, path, is_wide = false }: Page): Html {
  const t = texts[language];
  const other = language === 'id' ? 'en' : 'id';
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${STYLE_PIECE}</style>
</head>
<body>
<p class="banner" role="note">${t.banner}</p>
<main${is_wide ? html` class="wide"` : undefined}>
<header><h1>${title}</h1><a href="${path}?lang=${other}" lang="${other}" hreflang="${other}">${t.other}</a></header>
${body}
</main>
</body>
</html>
`;
}

export function sendPage(reply: FastifyReply, status: number, shown: Page): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', POLICY)
    .header('referrer-policy', 'no-referrer')
    .header('cache-control', 'no-store')
    .send(page(shown).text);
}
