/**
 * The look of a page, on a screen and on A4 paper. Every colour stands at 4.5 to 1 or more against what it is on, and
 * nothing is said by colour alone. Rows are kept whole, heads of tables come again on every sheet of paper, and wide
 * tables scroll on a screen and are set smaller on paper.
 */
export const STYLE = `
:root{--ink:#1a1a1a;--quiet:#555;--rule:#c9c9c9;--head:#f1f3f5;--good:#14602a;--bad:#a3001b;--caution:#7a4300;--link:#0b4f8a}
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:2rem 1.5rem 4rem;font:16px/1.5 system-ui,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif;color:var(--ink);background:#fff;overflow-wrap:anywhere}
h1{font-size:1.75rem;line-height:1.25;margin:0 0 1rem}
h2{font-size:1.35rem;line-height:1.3;margin:2.5rem 0 .75rem;padding-top:.5rem;border-top:2px solid var(--ink)}
h3{font-size:1.1rem;margin:1.75rem 0 .5rem}
h4{font-size:1rem;margin:1.25rem 0 .4rem}
p,ul,ol{margin:.4rem 0 .8rem;max-width:46rem}
li{margin:.15rem 0}
a{color:var(--link)}
a:focus-visible,.table:focus-visible{outline:3px solid var(--link);outline-offset:2px}
nav{background:var(--head);padding:.75rem 1.25rem;margin:1rem 0 2rem}
nav p{font-weight:600;margin:0}
nav ul{margin:.3rem 0;padding-left:1.2rem}
.table{overflow-x:auto;margin:.5rem 0 1.25rem}
table{border-collapse:collapse;font-size:.92rem}
th,td{padding:.28rem .75rem .28rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule)}
th{background:var(--head);border-bottom:1px solid var(--ink);padding-left:.4rem}
td{padding-left:.4rem}
.wide{width:100%}
.right{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.short{white-space:nowrap}
th,.short,.right{overflow-wrap:normal}
td.flexible{min-width:14rem}
.good{color:var(--good)}
.bad{color:var(--bad);font-weight:600}
.caution{color:var(--caution)}
.quiet,.aside,figcaption{color:var(--quiet)}
.aside,figcaption{font-size:.92rem}
figure{margin:1rem 0 1.5rem;max-width:46rem}
figure svg{display:block;width:100%;height:auto}
.pre{white-space:pre-wrap}
@page{size:A4;margin:18mm 16mm 20mm}
@media print{
body{max-width:none;padding:0;font-size:10pt;line-height:1.4}
h1{font-size:18pt}h2{font-size:14pt;margin-top:1.4rem}h3{font-size:11.5pt}h4{font-size:10.5pt}
h1,h2,h3,h4{break-after:avoid}
p,li{orphans:3;widows:3}
tr,figure,nav{break-inside:avoid}
thead{display:table-header-group}
.table{overflow:visible}
table{font-size:8.5pt;max-width:100%}
th,td{padding-top:.1rem;padding-bottom:.1rem}
.whole{break-inside:avoid}
td.flexible{min-width:0}
a{color:inherit;text-decoration:none}
}`;
