import { pageColours } from "../draw/theme.ts";

const SANS = `system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif`;
const SERIF = `Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,"Liberation Serif",serif`;

const BASE = `
*,*::before,*::after{box-sizing:border-box}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--page);color:var(--ink);font:17px/1.58 ${SERIF};font-variant-numeric:oldstyle-nums;text-rendering:optimizeLegibility;hanging-punctuation:first}
a{color:var(--accent);text-underline-offset:.15em;text-decoration-thickness:.06em}
a:hover{text-decoration-thickness:.12em}
:focus-visible{outline:2.5px solid var(--accent);outline-offset:2px;border-radius:2px}
.off{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-9999px;top:0;background:var(--ink);color:var(--page);padding:.6em 1em;z-index:2}
.skip:focus{left:0}
h1,h2,h3{line-height:1.18;text-wrap:balance;font-weight:650;letter-spacing:-.011em}
h1{font-size:2.5rem;margin:.15em 0 .3em}
h2{font-size:1.62rem;margin:0 0 .5em;padding-top:.55em;border-top:2px solid var(--ink)}
h3{font-size:1.13rem;margin:1.9em 0 .5em}
p{margin:0 0 .85em;text-wrap:pretty}
main p,main li,main dd{max-width:70ch}
main li{margin:.25em 0}
dfn{font-style:normal;font-weight:650}
time,table,.fact,figcaption,.take,.alt,nav,.run,summary,details{font-family:${SANS};font-variant-numeric:lining-nums tabular-nums}
`;

const FRAME = `
.page{display:grid;grid-template-columns:230px minmax(0,960px);gap:0 56px;justify-content:center;padding:0 32px}
header{grid-column:2;padding:56px 0 8px}
.kicker{font:600 .78rem/1.3 ${SANS};letter-spacing:.08em;text-transform:uppercase;color:var(--accent);margin:0}
.when{font:.95rem/1.4 ${SANS};color:var(--soft);margin:0 0 1.4em}
.standfirst{font-size:1.2rem;line-height:1.5;max-width:62ch}
.findings{margin:1.4em 0;padding:1.05em 1.4em 1.05em;background:var(--panel);border-left:4px solid var(--accent);max-width:46rem}
.findings h2{font:650 .82rem/1.3 ${SANS};letter-spacing:.05em;text-transform:uppercase;color:var(--soft);border:0;padding:0;margin:0 0 .5em}
.findings ol{margin:0;padding-left:1.3em}
.findings li{margin:.35em 0}
nav{grid-column:1;grid-row:1/span 2;font-size:.86rem;line-height:1.35;padding-top:64px}
nav>div{position:sticky;top:24px;max-height:calc(100vh - 48px);overflow:auto}
nav h2{font:650 .76rem/1.3 ${SANS};letter-spacing:.06em;text-transform:uppercase;color:var(--soft);border:0;padding:0;margin:0 0 .6em}
nav ol{list-style:none;margin:0;padding:0;border-left:1px solid var(--hair)}
nav a{display:block;padding:.32em .2em .32em .9em;color:var(--ink);text-decoration:none;margin-left:-1px;border-left:2px solid transparent}
nav a:hover{border-left-color:var(--accent);color:var(--accent)}
main{grid-column:2}
main>section{margin:3.2em 0 0;scroll-margin-top:12px}
.lead{font-size:1.1rem;line-height:1.52;margin-bottom:1.2em}
footer{grid-column:2;margin:4em 0 3em;padding-top:1em;border-top:1px solid var(--line);font-size:.9rem;color:var(--soft)}
.run{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.15em 1.2em;margin:0;font-size:.84rem}
.run dt{color:var(--soft)}
.run dd{margin:0;overflow-wrap:anywhere}
.run code{font:.95em/1.4 ui-monospace,"SF Mono",Menlo,Consolas,monospace}
`;

const PARTS = `
figure{margin:1.9em 0 2.1em}
figcaption{font-weight:650;font-size:.98rem;margin:0 0 .55em;max-width:none}
figcaption .no{color:var(--accent);margin-right:.35em}
.scroll{overflow-x:auto;max-width:100%}
.drawn svg{display:block;max-width:100%;height:auto}.drawn svg[width="960"]{min-width:640px}
.alt{font-size:.83rem;line-height:1.45;color:var(--soft);margin:.5em 0 .35em}
.under{border-bottom:1px solid var(--hair);padding-bottom:.5em;display:flex;flex-wrap:wrap;gap:.1em 1.5em;align-items:baseline}
.under details{min-width:0;max-width:100%}.under details[open]{flex-basis:100%}
.under .take{margin-left:auto}
details{font-size:.85rem;line-height:1.45}
summary{cursor:pointer;color:var(--accent);padding:.2em 0;width:max-content;max-width:100%}
details p,details li{max-width:80ch}
.take{font-size:.83rem;margin:.2em 0}
.take a{margin-right:.9em}
table{border-collapse:collapse;font-size:.84rem;line-height:1.4;min-width:min(100%,420px)}
caption{text-align:left;font-weight:650;padding:0 0 .55em}
th,td{text-align:left;vertical-align:top;padding:.34em .95em .34em 0;border-bottom:1px solid var(--hair);font-weight:400;overflow-wrap:break-word}
thead th{font-weight:600;color:var(--soft);border-bottom:1.5px solid var(--line);vertical-align:bottom}
tbody th{font-weight:550}
.end{text-align:right}
th:last-child,td:last-child{padding-right:.2em}
td.wide,th.wide{min-width:22em}
td.date,th.date{white-space:nowrap}
tbody tr:target{background:var(--panel);outline:2px solid var(--accent)}
.table{margin:1.5em 0 1.8em}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(200px,1fr));gap:1.3em 1.8em;margin:1.5em 0 1.7em}
.fact{border-top:1.5px solid var(--line);padding-top:.55em;min-width:0}
.fact p{margin:0}
.fact .label{font-size:.85rem;line-height:1.35;color:var(--soft);min-height:2.7em;display:flex;align-items:flex-end}
.fact .value{font-size:1.95rem;line-height:1.2;font-weight:600;letter-spacing:-.02em}
.fact .unit{font-size:.9rem;font-weight:400;letter-spacing:0;color:var(--soft)}
.fact .sure{font-size:.8rem;line-height:1.35;color:var(--soft)}
.fact .note{font-size:.85rem;line-height:1.4;margin-top:.35em}
.fact dl{margin:.3em 0 0;font-size:.82rem}
.fact dt{font-weight:600;margin-top:.4em}
.fact dd{margin:0;overflow-wrap:anywhere}
.fact ul{margin:0;padding-left:1.1em}
.callout{margin:1.5em 0;padding:.85em 1.2em;background:var(--panel);border-left:4px solid var(--soft);max-width:46rem}
.callout .label{font:650 .76rem/1.3 ${SANS};letter-spacing:.05em;text-transform:uppercase;color:var(--soft);margin:0 0 .3em}
.callout p:last-child{margin:0}
.callout.caution{border-left-style:dashed;border-left-color:var(--hostile)}
.callout.contradiction{border-left:6px double var(--hostile)}
.callout.contradiction .label,.callout.caution .label{color:var(--hostile)}
.definition{margin:1.2em 0;padding-left:1.2em;border-left:1px solid var(--line)}
.definition dd{margin:0}
.narrative ol{list-style:none;margin:1em 0;padding:0 0 0 1.2em;border-left:2px solid var(--hair)}
.narrative li{margin:0 0 .75em;position:relative}
.narrative li::before{content:"";position:absolute;left:calc(-1.2em - 5px);top:.5em;width:8px;height:8px;border-radius:50%;background:var(--page);border:2px solid var(--accent)}
.narrative time{font-size:.82rem;font-weight:600;color:var(--soft)}
.narrative p{margin:0}
.narrative .why{font-size:.92rem;color:var(--soft)}
`;

const NARROW = `
@media (max-width:1120px){
.page{grid-template-columns:minmax(0,960px);padding:0 24px}
header,main,footer{grid-column:1}
nav{grid-column:1;grid-row:2;padding-top:8px}
nav>div{position:static;max-height:none}
nav ol{columns:3 11em;border:0}
nav a{padding-left:0;break-inside:avoid;border:0}
}
@media (max-width:600px){body{font-size:16px}.page{padding:0 16px}.fact .label{min-height:0}h1{font-size:1.95rem}.findings{padding:.9em 1em}}
`;

const PAPER = `
@page{size:A4;margin:17mm 16mm 18mm}
@media print{
html{font-size:9.6pt}
body{font-size:1.06rem;line-height:1.42;background:none}
.page{display:block;padding:0}
header{padding:0}
h1{font-size:2.3rem}h2{font-size:1.5rem}
nav{padding:0;break-inside:avoid}nav>div{position:static}nav ol{columns:2;border:0}nav a{border:0;padding-left:0}
.skip,.take{display:none}
main>section{margin-top:1.6em}
h2,h3,figcaption,caption{break-after:avoid}
.lead{break-before:avoid;break-after:avoid;break-inside:avoid}
figure,.fact,.callout,.definition,.narrative li,tr{break-inside:avoid}
figure{margin:1.1em 0 1.3em}.drawn{break-inside:avoid}figure:has(details.data[open]){break-inside:auto}
.scroll{overflow:visible}
.drawn svg{min-width:0;max-height:225mm}
summary{display:none}
.under{display:block;border:0}
.under details.data:not([open]){display:none}
details::details-content{content-visibility:visible;height:auto}
.under details p,.under details li,.fact dl,.fact ul{font-size:.74rem;line-height:1.35;max-width:none}
.fact dd,.fact dt,.under ul{margin-top:0;margin-bottom:0}
table{font-size:8pt}td.wide,th.wide{min-width:0}th,td{padding-right:.7em}
thead{display:table-header-group}
main p a[href^="http"]::after,main li a[href^="http"]::after,main td a[href^="http"]::after{content:" (" attr(href) ")";font-size:.85em;overflow-wrap:anywhere;color:var(--soft)}
a{color:inherit}
p,li{orphans:3;widows:3}
}
`;

/** The report's one style sheet: colours, type, frame, parts, narrow screens, paper. */
export function reportStyle(): string {
  return pageColours() + [BASE, FRAME, PARTS, NARROW, PAPER].join("").replace(/\n/g, "");
}
