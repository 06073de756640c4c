//! Rust as far as these tests must understand it: what is code, what is a comment, what stands in quotation marks.

use std::ops::Range;

/// A source file with comments and quotations blanked: every byte and every line stays where it was.
pub struct Lexed {
    /// The code. A quotation keeps its marks; comments and what is quoted are spaces.
    pub code: String,
    /// What is quoted.
    pub quoted: Vec<Quoted>,
}

/// A string literal.
pub struct Quoted {
    /// Where it stands in the code, marks included.
    pub at: Range<usize>,
    /// What it says, escapes as they are written.
    pub words: String,
}

impl Lexed {
    /// Reads a file of Rust.
    pub fn read(source: &str) -> Self {
        let mut lexed = Lexed { code: String::with_capacity(source.len()), quoted: Vec::new() };
        let mut at = 0;
        while at < source.len() {
            at = lexed.step(source, at);
        }
        lexed
    }

    /// The same without what is compiled for tests only.
    pub fn without_tests(mut self) -> Self {
        const MARK: &str = "#[cfg(test)]";
        while let Some(start) = self.code.find(MARK) {
            let body = body(&self.code, start + MARK.len());
            let end = match self.code[body..].starts_with('{') {
                true => closing(&self.code, body),
                false => (body + 1).min(self.code.len()),
            };
            self.quoted.retain(|quoted| !(start..end).contains(&quoted.at.start));
            let blank = blanked(&self.code[start..end]);
            self.code.replace_range(start..end, &blank);
        }
        self
    }

    /// The line on which a place in the code stands, from 1.
    pub fn line(&self, at: usize) -> usize {
        self.code[..at].matches('\n').count() + 1
    }

    /// What is quoted at that place, if a quotation begins there.
    pub fn quoted_at(&self, at: usize) -> Option<&Quoted> {
        self.quoted.iter().find(|quoted| quoted.at.start == at)
    }

    /// The first place from there on that is no white space.
    pub fn skip_space(&self, at: usize) -> usize {
        self.code[at..].find(|letter: char| !letter.is_whitespace()).map_or(self.code.len(), |more| at + more)
    }

    /// Takes in what begins at that place, and says where it ends.
    fn step(&mut self, source: &str, at: usize) -> usize {
        let rest = &source[at..];
        let boundary = !self.code.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_');
        if rest.starts_with("//") {
            let end = rest.find('\n').unwrap_or(rest.len());
            return self.blank(source, at..at + end);
        }
        if rest.starts_with("/*") {
            return self.blank(source, at..at + block_comment(rest));
        }
        if let Some((marks, hashes)) = opening(rest).filter(|_| boundary || rest.starts_with('"')) {
            return self.quotation(source, at, marks, hashes);
        }
        if let Some(length) = letter_literal(rest) {
            return self.blank(source, at..at + length);
        }
        let letter = rest.chars().next().map_or(1, char::len_utf8);
        self.code.push_str(&rest[..letter]);
        at + letter
    }

    fn blank(&mut self, source: &str, range: Range<usize>) -> usize {
        self.code.push_str(&blanked(&source[range.clone()]));
        range.end
    }

    /// A string that begins after `marks` bytes of opening; a raw one ends with as many `#`.
    fn quotation(&mut self, source: &str, at: usize, marks: usize, hashes: Option<usize>) -> usize {
        let rest = &source[at + marks..];
        let (length, close) = match hashes {
            Some(hashes) => {
                let close = format!("\"{}", "#".repeat(hashes));
                (rest.find(&close).unwrap_or(rest.len()), close.len())
            }
            None => (unescaped_end(rest), 1),
        };
        let end = (at + marks + length + close).min(source.len());
        let whole = &source[at..end];
        self.code.push('"');
        self.code.push_str(&blanked(&whole[1..whole.len() - 1]));
        self.code.push('"');
        self.quoted.push(Quoted { at: at..end, words: rest[..length].to_owned() });
        end
    }
}

/// Spaces of the same length, with the same lines.
fn blanked(text: &str) -> String {
    text.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect()
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        match &rest.as_bytes()[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] if depth == 1 => return at + 2,
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
    }
    rest.len()
}

/// The bytes that open a string, and for a raw string how many `#` they hold.
fn opening(rest: &str) -> Option<(usize, Option<usize>)> {
    let prefix =
        ["br", "cr", "r", "b", "c"].into_iter().find(|prefix| rest.starts_with(prefix)).unwrap_or("");
    let after = &rest[prefix.len()..];
    if !prefix.ends_with('r') {
        return after.starts_with('"').then_some((prefix.len() + 1, None));
    }
    let hashes = after.bytes().take_while(|byte| *byte == b'#').count();
    after[hashes..].starts_with('"').then_some((prefix.len() + hashes + 1, Some(hashes)))
}

fn unescaped_end(rest: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in rest.bytes().enumerate() {
        match byte {
            b'"' if !escaped => return at,
            b'\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    rest.len()
}

/// The length of a character literal that begins here; a lifetime is none.
fn letter_literal(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('\'')?;
    let first = inside.chars().next()?;
    if first == '\\' {
        return inside[2..].find('\'').map(|end| end + 4);
    }
    inside[first.len_utf8()..].starts_with('\'').then_some(first.len_utf8() + 2)
}

/// Where the bracket that opens at that place closes: just behind it.
pub fn closing(code: &str, open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in code.bytes().enumerate().skip(open) {
        match byte {
            b'{' | b'(' | b'[' => depth += 1,
            b'}' | b')' | b']' => depth = depth.saturating_sub(1),
            _ => continue,
        }
        if depth == 0 {
            return at + 1;
        }
    }
    code.len()
}

/// Where the body of an item begins that is declared from there on; or its `;`, if it has none.
pub fn body(code: &str, from: usize) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in code.bytes().enumerate().skip(from) {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth = depth.saturating_sub(1),
            b'{' | b';' if depth == 0 => return at,
            _ => {}
        }
    }
    code.len()
}

/// Every place where that word stands alone in the code.
pub fn places<'c>(code: &'c str, word: &'c str) -> impl Iterator<Item = usize> + 'c {
    let letter = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
    let bytes = code.as_bytes();
    code.match_indices(word).map(|(at, _)| at).filter(move |at| {
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        let starts = !word.starts_with(|first: char| first.is_alphanumeric()) || !letter(before);
        let ends =
            !word.ends_with(|last: char| last.is_alphanumeric()) || !letter(bytes.get(at + word.len()));
        starts && ends
    })
}

#[test]
fn comments_quotations_and_letters_are_told_from_code() {
    let source = concat!(
        "let a = \"x // \\\" y\"; // c \"d\"\n",
        "let b = r#\"e\"f\"#; /* g /* h */ i */ let c: &'a str = f('\"', '\\'', 'ж', b'{');",
    );
    let lexed = Lexed::read(source);
    let words: Vec<&str> = lexed.quoted.iter().map(|quoted| quoted.words.as_str()).collect();
    assert_eq!(words, ["x // \\\" y", "e\"f"]);
    assert_eq!(lexed.code.len(), source.len());
    assert!(lexed.code.contains("let c: &'a str = f("), "{}", lexed.code);
    assert!(!lexed.code.contains(['ж', '{', '*']), "{}", lexed.code);
    assert_eq!(lexed.line(lexed.quoted[1].at.start), 2);
}

#[test]
fn what_is_for_tests_only_is_left_out() {
    let source = "fn a() { \"b\"; }\n#[cfg(test)]\nmod tests { fn c() -> [u8; 2] { \"d\"; } }\nfn e() {}";
    let lexed = Lexed::read(source).without_tests();
    assert_eq!(lexed.quoted.len(), 1);
    assert!(lexed.code.contains("fn e()") && !lexed.code.contains("fn c()"), "{}", lexed.code);
}
