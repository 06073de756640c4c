//! The stylesheet, the drawings and the only script, in the binary, under addresses that change with their bytes.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use ledger::id::Hash;
use std::sync::LazyLock;

/// A file in the binary.
pub struct Static {
    name: &'static str,
    ending: &'static str,
    media: &'static str,
    bytes: &'static [u8],
}

static STYLE: Static = Static {
    name: "style",
    ending: "css",
    media: "text/css; charset=utf-8",
    bytes: include_bytes!("../static/style.css"),
};
static MARKS: Static = Static {
    name: "marks",
    ending: "svg",
    media: "image/svg+xml; charset=utf-8",
    bytes: include_bytes!("../static/marks.svg"),
};
static EMBLEM: Static = Static {
    name: "emblem",
    ending: "svg",
    media: "image/svg+xml; charset=utf-8",
    bytes: include_bytes!("../static/emblem.svg"),
};

static PASSKEYS: Static = Static {
    name: "passkeys",
    ending: "js",
    media: "text/javascript; charset=utf-8",
    bytes: include_bytes!("../static/passkeys.js"),
};

static FILES: [&Static; 4] = [&STYLE, &MARKS, &EMBLEM, &PASSKEYS];
static ADDRESSES: LazyLock<[String; 4]> = LazyLock::new(|| FILES.map(Static::address));

/// The address of the stylesheet.
pub fn style() -> &'static str {
    &ADDRESSES[0]
}

/// The address of the drawing of marks; a mark is a fragment of it.
pub fn marks() -> &'static str {
    &ADDRESSES[1]
}

/// The address of the emblem.
pub fn emblem() -> &'static str {
    &ADDRESSES[2]
}

/// The address of the script of passkeys.
pub fn passkeys() -> &'static str {
    &ADDRESSES[3]
}

impl Static {
    fn address(&self) -> String {
        format!("/static/{}.{}.{}", self.name, Hash::of(self.bytes).short(), self.ending)
    }
}

/// The file at that name under `/static/`; its bytes never change under that name.
pub fn serve(name: &str) -> Option<Response> {
    let asked = format!("/static/{name}");
    let place = ADDRESSES.iter().position(|address| *address == asked)?;
    let file = FILES[place];
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(file.media)),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable")),
    ];
    Some((StatusCode::OK, headers, file.bytes).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_text_says_in_which_letters() {
        for file in FILES {
            assert!(
                std::str::from_utf8(file.bytes).is_ok() && file.media.ends_with("; charset=utf-8"),
                "{}",
                file.name
            );
        }
    }
}
