//! A table as a file that spreadsheets open: UTF-8 with a mark, RFC 4180, and no cell that a spreadsheet would take for a
//! formula.

use super::phrase::Phrase;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// A table in plain words.
pub struct Sheet {
    /// What the file is called, without its ending: Latin letters, digits and hyphens.
    pub name: String,
    /// The heads of the columns.
    pub heads: Vec<Phrase>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    /// The bytes of the file.
    pub fn bytes(&self) -> Vec<u8> {
        let mut writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(Vec::from("\u{feff}".as_bytes()));
        let heads = self.heads.iter().map(|head| harmless(head)).collect();
        let rows = self.rows.iter().map(|row| row.iter().map(|cell| harmless(cell)).collect());
        for row in std::iter::once::<Vec<String>>(heads).chain(rows) {
            // Invariant: rows have as many cells as there are heads, and a vector takes every byte.
            writer.write_record(row).expect("a row of the table");
        }
        writer.into_inner().unwrap_or_default()
    }

    /// The file as an answer.
    pub fn download(&self) -> Response {
        let plain = |letter: &char| letter.is_ascii_alphanumeric() || *letter == '-';
        let name: String = self.name.chars().filter(plain).collect();
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
        if let Ok(disposition) = HeaderValue::try_from(format!("attachment; filename=\"{name}.csv\"")) {
            headers.insert(header::CONTENT_DISPOSITION, disposition);
        }
        (StatusCode::OK, headers, self.bytes()).into_response()
    }
}

/// A cell that begins like a formula gets an apostrophe before it.
fn harmless(cell: &str) -> String {
    match cell.trim_start().starts_with(['=', '+', '-', '@']) || cell.starts_with(['\t', '\r', '\n']) {
        true => format!("'{cell}"),
        false => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_taken_for_a_formula() {
        for wicked in ["=HYPERLINK(\"x\")", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "\r=1"] {
            assert!(harmless(wicked).starts_with('\''), "{wicked:?}");
        }
        assert_eq!(harmless("Алдмарк"), "Алдмарк");
    }

    #[test]
    fn what_holds_marks_and_lines_stays_one_cell() {
        let sheet = Sheet {
            name: "x".into(),
            heads: vec!["A".into(), "B".into()],
            rows: vec![vec!["a,\"b\"\nc".into(), "Ж".into()]],
        };
        assert_eq!(String::from_utf8(sheet.bytes()).unwrap(), "\u{feff}A,B\r\n\"a,\"\"b\"\"\nc\",Ж\r\n");
    }
}
