//! The bytes of a file as an answer: always a download under a plain name, never a page, a picture or a program of this host.

use crate::entry::encode_into;
use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use review::file::File;
use tokio_util::io::ReaderStream;

/// Whoever opened it in a browser all the same would get an empty page without rights.
const POLICY: &str =
    "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/// How much is read at once.
const PIECE: usize = 64 * 1024;

/// Gives out the bytes of a file.
pub fn answer(file: &File, bytes: std::fs::File) -> Response {
    let length = bytes.metadata().map(|known| known.len()).unwrap_or(file.size);
    let stream = ReaderStream::with_capacity(tokio::fs::File::from_std(bytes), PIECE);
    let mut response = (StatusCode::OK, Body::from_stream(stream)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.media.word()));
    headers.insert(header::CONTENT_LENGTH, length.into());
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    let plain = HeaderValue::from_static("attachment");
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::try_from(disposition(file)).unwrap_or(plain));
    response
}

/// Under which name it is kept: in Latin letters for old programs, and whole (RFC 6266, RFC 8187).
fn disposition(file: &File) -> String {
    let name = File::plain_name(&file.name, file.media);
    let mut whole = format!("attachment; filename=\"file.{}\"; filename*=UTF-8''", file.media.ending());
    encode_into(&mut whole, &name);
    whole
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledger::id::{Hash, RecordId};
    use ledger::text::Text;
    use review::file::Media;

    #[test]
    fn a_name_in_a_header_is_a_name_and_nothing_else() {
        let name = |name: &str| {
            let file = File {
                of: RecordId::from_chance([0; 16]),
                title: Text::new("en", [("en", "x")], None),
                name: name.into(),
                media: Media::Pdf,
                size: 1,
                hash: Hash::of(b"x"),
                language: None,
            };
            disposition(&file)
        };
        let law = name("Закон.pdf");
        assert!(law.ends_with("filename*=UTF-8''%D0%97%D0%B0%D0%BA%D0%BE%D0%BD.pdf"), "{law}");
        // What another installation brought was written under no rule of ours.
        for wicked in ["../../x\"; filename=y.exe", "a\r\nSet-Cookie: x=1", "x\u{202e}fdp.exe", "a/b\\c.html"]
        {
            let said = name(wicked);
            assert!(said.starts_with("attachment; filename=\"file.pdf\"; filename*=UTF-8''"), "{said}");
            let rest = said.rsplit("''").next().unwrap();
            assert!(
                rest.ends_with(".pdf") && !rest.contains(['/', '\\', '"', ';', ' ', '\r', '\n']),
                "{said}"
            );
        }
    }
}
