//! Tables and plots as one web page that stands for itself: no script, nothing that is loaded, readable in the dark
//! and on paper.

use std::fmt::Write;

use super::table_book::Table;

/// A bar of a plot: parts of a whole, each with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    pub label: String,
    /// How much of the whole each part is; they are drawn one after another.
    pub parts: Vec<usize>,
    pub whole: usize,
    /// What stands behind the bar.
    pub told: String,
}

/// Bars under a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plot {
    pub title: String,
    /// What each part is, in their order; empty where there is one part alone.
    pub legend: Vec<String>,
    pub bars: Vec<Bar>,
}

/// A whole page.
#[derive(Debug, Clone)]
pub struct Page<'a> {
    /// `zh-CN`, `en`.
    pub language: &'a str,
    pub title: &'a str,
    /// They stand after the first table.
    pub plots: &'a [Plot],
    pub tables: &'a [Table],
    pub foot: &'a str,
}

/// The measures of a plot, in its own units.
const LABEL: usize = 130;
const BAR: usize = 420;
const TOLD: usize = 170;
const LINE: usize = 22;

const STYLE: &str = "\
:root{color-scheme:light dark;--ink:#1d1d1f;--dim:#5b5b60;--rule:#c9c9ce;--back:#fff;--a:#2a6f97;--b:#c8553d;--c:#9a9aa0}\
@media(prefers-color-scheme:dark){:root{--ink:#e8e8ea;--dim:#a5a5ab;--rule:#46464c;--back:#17171a;--a:#6fb1d6;--b:#e58a73;--c:#77777d}}\
body{font:15px/1.5 system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;color:var(--ink);background:var(--back);max-width:72rem;margin:2rem auto;padding:0 1rem}\
h1{font-size:1.6rem}h2{font-size:1.15rem;margin:2.2rem 0 .6rem}\
.wide{overflow-x:auto}table{border-collapse:collapse;font-size:.87rem;width:100%}\
th,td{border:1px solid var(--rule);padding:.25rem .5rem;text-align:left;vertical-align:top}\
th{font-weight:600}td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}tr.s td{font-weight:700}\
svg{max-width:100%;height:auto;display:block}svg text{font-size:13px;fill:var(--ink)}svg .d{fill:var(--dim)}\
.p0{fill:var(--a)}.p1{fill:var(--b)}.p2{fill:var(--c)}.o{fill:none;stroke:var(--rule)}\
footer{margin:3rem 0 1rem;color:var(--dim);font-size:.85rem}\
@media print{body{margin:0;max-width:none;font-size:10pt;color:#000;background:#fff}section{break-inside:auto}tr,svg{break-inside:avoid}thead{display:table-header-group}}\
@page{size:A4 landscape;margin:12mm}";

/// The page as text.
pub fn html_page(page: &Page<'_>) -> String {
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n",
        escaped(page.language),
        title = escaped(page.title)
    );
    let (first, rest) = page.tables.split_at(page.tables.len().min(1));
    for table in first {
        write_table(&mut out, table);
    }
    for plot in page.plots {
        write_plot(&mut out, plot);
    }
    for table in rest {
        write_table(&mut out, table);
    }
    let _ = writeln!(out, "<footer>{}</footer>\n</body>\n</html>", escaped(page.foot));
    out
}

fn write_plot(out: &mut String, plot: &Plot) {
    let legend = if plot.legend.is_empty() { 0 } else { LINE };
    let height = plot.bars.len() * LINE + legend + 4;
    let width = LABEL + BAR + TOLD;
    let _ = writeln!(
        out,
        "<section><h2>{title}</h2>\n<svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{title}\">",
        title = escaped(&plot.title)
    );
    for (place, name) in plot.legend.iter().enumerate() {
        let x = LABEL + place * (BAR + TOLD) / plot.legend.len().max(1);
        let _ = writeln!(
            out,
            "<rect class=\"p{place}\" x=\"{x}\" y=\"4\" width=\"12\" height=\"12\"/><text x=\"{}\" y=\"15\">{}</text>",
            x + 18,
            escaped(name)
        );
    }
    for (row, bar) in plot.bars.iter().enumerate() {
        let y = legend + row * LINE;
        let _ = writeln!(out, "<text x=\"0\" y=\"{}\">{}</text>", y + 15, escaped(&bar.label));
        let mut before = 0;
        for (place, part) in bar.parts.iter().enumerate() {
            let end = (before + part) * BAR / bar.whole.max(1);
            let x = before * BAR / bar.whole.max(1);
            let _ = writeln!(
                out,
                "<rect class=\"p{place}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"14\"/>",
                LABEL + x,
                y + 4,
                end - x
            );
            before += part;
        }
        let _ = writeln!(
            out,
            "<rect class=\"o\" x=\"{LABEL}\" y=\"{}\" width=\"{BAR}\" height=\"14\"/><text class=\"d\" x=\"{}\" y=\"{}\">{}</text>",
            y + 4,
            LABEL + BAR + 10,
            y + 15,
            escaped(&bar.told)
        );
    }
    out.push_str("</svg></section>\n");
}

fn write_table(out: &mut String, table: &Table) {
    let _ = write!(out, "<section><h2>{}</h2>\n<div class=\"wide\"><table>\n<thead><tr>", escaped(&table.title));
    for heading in &table.headings {
        let _ = write!(out, "<th scope=\"col\">{}</th>", escaped(heading));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for (place, row) in table.rows.iter().enumerate() {
        out.push_str(if table.sums.contains(&place) { "<tr class=\"s\">" } else { "<tr>" });
        for cell in row {
            let (text, is_number) = super::table_book::shown_and_is_number(cell);
            let class = if is_number { " class=\"n\"" } else { "" };
            let _ = write!(out, "<td{class}>{}</td>", escaped(&text));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody></table></div></section>\n");
}

/// Text as it may stand in a page, in an attribute too.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::table_book::Cell;
    use html5gum::{Token, Tokenizer};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn whatever_stands_in_a_cell_is_text_on_the_page(text in "[<>&\"'a-z石 ]{0,20}") {
            let table = Table { rows: vec![vec![Cell::Text(text.clone())]], ..Table::default() };
            let page = Page { language: "en", title: &text, plots: &[], tables: &[table], foot: &text };
            let page = html_page(&page);
            let (mut is_cell, mut told) = (false, String::new());
            for token in Tokenizer::new(&page).flatten() {
                match token {
                    Token::StartTag(tag) => is_cell = tag.name.0.as_slice() == b"td",
                    Token::EndTag(_) => is_cell = false,
                    Token::String(text) if is_cell => told += &String::from_utf8_lossy(&text),
                    Token::String(_) | Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
                }
            }
            prop_assert_eq!(told, text);
        }
    }
}
