//! A table as a file that spreadsheets open: UTF-8 with a mark, RFC 4180, and no cell that a spreadsheet would take for a
//! formula.

use super::frame::Frame;
use super::marking;
use super::phrase::Phrase;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use ledger::owner::World;
use ledger::text::Text;
use words::Language;

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
    /// The bytes of the file. Where Russian is set, spreadsheets read commas as part of a number: there `;` parts the cells.
    pub fn bytes(&self, language: Language) -> Vec<u8> {
        let mut writer = csv::WriterBuilder::new()
            .delimiter(if language == Language::Russian { b';' } else { b',' })
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

    /// With how each row is to be handled, where anything is marked.
    pub fn add_markings(&mut self, frame: &Frame, markings: Vec<Option<Text>>) {
        if markings.iter().all(Option::is_none) {
            return;
        }
        self.heads.push(frame.say("marking-of"));
        for (row, marking) in self.rows.iter_mut().zip(&markings) {
            row.push(marking::words(frame, marking.as_ref()).into());
        }
    }

    /// The same with a last column that says on every row that it is fiction: a table travels without its page.
    fn marked(mut self, frame: &Frame) -> Self {
        if frame.world == World::Exercise {
            self.heads.push(frame.say("listing-data"));
            let mark: String = frame.say("shell-strip-exercise").into();
            self.rows.iter_mut().for_each(|row| row.push(mark.clone()));
        }
        self
    }

    /// What the file is called: the world, the page, and the day for which it speaks.
    fn file_name(&self, frame: &Frame) -> String {
        let plain = |letter: &char| letter.is_ascii_alphanumeric() || *letter == '-';
        let name: String = self.name.chars().filter(plain).collect();
        let world = match frame.world {
            World::Record => "record",
            World::Exercise => "EXERCISE",
        };
        let day =
            frame.past.as_ref().map_or_else(|| frame.now.day().to_string(), |past| past.day.to_string());
        format!("{world}-{name}-{day}.csv")
    }

    /// The file as an answer.
    pub fn download(self, frame: &Frame) -> Response {
        let name = self.file_name(frame);
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
        if let Ok(disposition) = HeaderValue::try_from(format!("attachment; filename=\"{name}\"")) {
            headers.insert(header::CONTENT_DISPOSITION, disposition);
        }
        (StatusCode::OK, headers, self.marked(frame).bytes(frame.language)).into_response()
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
        let said = |language| String::from_utf8(sheet.bytes(language)).unwrap();
        assert_eq!(said(Language::English), "\u{feff}A,B\r\n\"a,\"\"b\"\"\nc\",Ж\r\n");
        assert!(said(Language::Russian).starts_with("\u{feff}A;B\r\n"), "as spreadsheets read it there");
    }
}
