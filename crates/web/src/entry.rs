//! Where every request enters: in which language, as of when, and whether as a page or as JSON.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use desk::sign_in::Browser;
use ledger::owner::World;
use std::convert::Infallible;
use std::fmt;
use std::net::{IpAddr, Ipv6Addr};
use words::Language;

/// What a request says of its reader.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The language of the page.
    pub language: Language,
    /// The language was chosen in the address: it is remembered.
    pub chose_language: bool,
    /// Light or dark, if the reader fixed it.
    pub appearance: Appearance,
    /// The appearance was chosen in the address: it is remembered.
    pub chose_appearance: bool,
    /// Whether JSON is asked for instead of a page.
    pub json: bool,
    /// What stood after `as_of=`.
    pub as_of: Option<String>,
    /// Which world the address lies in: everything below [`EXERCISE`] is fiction.
    pub world: World,
    /// For whom a demonstration is read: the record of a State, an organization, an agency or a round.
    pub reader: Option<String>,
    /// The reader was chosen in the address: it is remembered.
    pub chose_reader: bool,
    /// The secret of the session, if the browser has one.
    pub session: Option<String>,
    /// The secret of a device from which somebody signed in before.
    pub device: Option<String>,
    /// The secret of a token, if a program shows one.
    pub bearer: Option<String>,
    /// The host under which the browser asks.
    pub host: String,
    /// What the browser says of itself.
    pub agent: String,
    /// From where the connection comes, if it came over a wire.
    pub source: Option<Source>,
    /// Whether the table of the page is asked for as CSV.
    pub csv: bool,
    /// The path within the world, without query.
    pub path: String,
    /// The query, in order.
    pub query: Vec<(String, String)>,
}

/// From where a connection comes: the address of the other end, and for IPv6 its network, since one machine has many
/// addresses there. Behind a proxy it is the proxy's: nothing that a header says of others is believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Source(IpAddr);

impl Source {
    /// The source of connections from there.
    pub fn of(address: IpAddr) -> Self {
        Source(match address.to_canonical() {
            IpAddr::V6(address) if !address.is_loopback() => {
                IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX)))
            }
            address => address,
        })
    }

    /// Whether it is this machine itself.
    pub fn is_here(self) -> bool {
        self.0.is_loopback()
    }
}

impl fmt::Display for Source {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

/// The cookie with the secret of a session.
pub const SESSION: &str = "session";

/// The cookie with the secret of a device.
pub const DEVICE: &str = "device";

/// Marks the requests of an installation that browsers reach by https only.
#[derive(Debug, Clone, Copy)]
pub struct ByHttpsOnly;

/// What the cookie with a secret is called in the browser. Where all comes by https, the name keeps any other host of the
/// same domain, and whoever sits on a wire without https, from setting it (RFC 6265bis, `__Host-`).
pub fn secret_cookie(name: &str, https: bool) -> String {
    if https { format!("__Host-{name}") } else { name.to_owned() }
}

/// Below which address the exercise lies.
pub const EXERCISE: &str = "/exercise";

/// The address within a world as the browser asks for it.
pub fn in_world(world: World, path: &str) -> String {
    match (world, path) {
        (World::Record, path) => path.to_owned(),
        (World::Exercise, "/") => EXERCISE.to_owned(),
        (World::Exercise, path) => format!("{EXERCISE}{path}"),
    }
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Appearance {
    /// As the system has it.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Appearance {
    /// The stable word in addresses and cookies.
    pub fn word(self) -> &'static str {
        match self {
            Appearance::System => "system",
            Appearance::Light => "light",
            Appearance::Dark => "dark",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        [Appearance::System, Appearance::Light, Appearance::Dark].into_iter().find(|one| one.word() == word)
    }
}

impl Entry {
    /// The value of a query parameter.
    pub fn asked(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// What the browser brings along.
    pub fn browser(&self) -> Browser {
        Browser { session: self.session.clone(), device: self.device.clone(), label: self.agent.clone() }
    }

    /// Another address of this world with this request's query: its day, its language.
    pub fn carried(&self, address: &str) -> String {
        let address = &in_world(self.world, address);
        let pairs: Vec<String> =
            self.query.iter().map(|(key, value)| format!("{}={}", encoded(key), encoded(value))).collect();
        let (path, place) = address.split_once('#').unwrap_or((address, ""));
        let query = if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) };
        let place = if place.is_empty() { String::new() } else { format!("#{place}") };
        format!("{path}{query}{place}")
    }

    /// Reads what the request says; nothing in it is an error.
    pub fn read(parts: &Parts) -> Self {
        let query: Vec<(String, String)> = pairs(parts.uri.query().unwrap_or_default());
        let asked = |name: &str| query.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
        let language = asked("lang").and_then(|tag| Language::from_tag(&tag));
        let appearance = asked("appearance").and_then(|word| Appearance::from_word(&word));
        let remembered = cookie(&parts.headers, "lang").and_then(Language::from_tag);
        let preferred = || Language::negotiate(text(&parts.headers, header::ACCEPT_LANGUAGE));
        let looks = cookie(&parts.headers, "appearance").and_then(Appearance::from_word);
        let chosen_reader = asked("reader");
        let https = parts.extensions.get::<ByHttpsOnly>().is_some();
        let secret = |name: &str| cookie(&parts.headers, &secret_cookie(name, https)).map(str::to_owned);
        Entry {
            language: language.or(remembered).unwrap_or_else(preferred),
            chose_language: language.is_some(),
            appearance: appearance.or(looks).unwrap_or(Appearance::System),
            chose_appearance: appearance.is_some(),
            json: wants_json(text(&parts.headers, header::ACCEPT)) || is_for_programs(parts.uri.path()),
            as_of: asked("as_of").map(|asked| day_typed(asked.trim())).filter(|asked| !asked.is_empty()),
            world: parts.extensions.get::<InExercise>().map_or(World::Record, |_| World::Exercise),
            chose_reader: chosen_reader.is_some(),
            reader: chosen_reader.or_else(|| cookie(&parts.headers, "reader").map(str::to_owned)),
            session: secret(SESSION),
            device: secret(DEVICE),
            bearer: bearer(text(&parts.headers, header::AUTHORIZATION)),
            host: text(&parts.headers, header::HOST).to_owned(),
            agent: text(&parts.headers, header::USER_AGENT).to_owned(),
            source: parts.extensions.get::<Source>().copied(),
            csv: asked("format").as_deref() == Some("csv"),
            path: parts.uri.path().to_owned(),
            query,
        }
    }
}

/// A day or a month as Russians type it, `30.06.2018` or `06.2018`, as it stands in addresses; whatever else as it is.
fn day_typed(typed: &str) -> String {
    let parts: Vec<&str> = typed.split('.').collect();
    let digits = |part: &&str, most: usize| {
        (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    match parts.as_slice() {
        [day, month, year] if digits(day, 2) && digits(month, 2) && year.len() == 4 && digits(year, 4) => {
            format!("{year}-{month:0>2}-{day:0>2}")
        }
        [month, year] if digits(month, 2) && year.len() == 4 && digits(year, 4) => {
            format!("{year}-{month:0>2}")
        }
        _ => typed.to_owned(),
    }
}

/// Marks the requests below [`EXERCISE`].
#[derive(Debug, Clone, Copy)]
pub struct InExercise;

impl<S: Send + Sync> FromRequestParts<S> for Entry {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        Ok(Entry::read(parts))
    }
}

/// Below the API's own page there are no pages.
fn is_for_programs(path: &str) -> bool {
    path.strip_prefix(EXERCISE).unwrap_or(path).starts_with("/api/")
}

/// The secret after `Bearer`, in whatever case; another scheme is somebody else's, such as that of a proxy before us.
fn bearer(authorization: &str) -> Option<String> {
    let (scheme, secret) = authorization.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| secret.trim().to_owned())
}

/// JSON where it is named and a page is not, or is liked less.
fn wants_json(accept: &str) -> bool {
    let weight = |media: &str| {
        let named =
            accept.split(',').find(|part| part.split(';').next().is_some_and(|name| name.trim() == media))?;
        let q = named.split(';').find_map(|part| part.trim().strip_prefix("q="));
        Some(q.and_then(|q| q.trim().parse::<f32>().ok()).unwrap_or(1.0))
    };
    match (weight("application/json"), weight("text/html")) {
        (Some(json), Some(html)) => json > html,
        (Some(json), None) => json > 0.0,
        (None, _) => false,
    }
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> &str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let cookies = headers.get(header::COOKIE)?.to_str().ok()?;
    cookies
        .split(';')
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// The most pairs of a query that are read: a form may name some hundred parties.
const MOST_PAIRS: usize = 512;

/// The pairs of a query. Bad percent signs and bad UTF-8 are kept as replacement characters, never an error.
fn pairs(query: &str) -> Vec<(String, String)> {
    let whole = |part: &str| decoded(&part.replace('+', " "));
    query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(key, value)| (whole(key), whole(value)))
        .take(MOST_PAIRS)
        .collect()
}

fn decoded(part: &str) -> String {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let pair = after.get(..2).and_then(|pair| std::str::from_utf8(pair).ok());
        let byte = pair.filter(|_| *first == b'%').and_then(|pair| u8::from_str_radix(pair, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = &after[if byte.is_some() { 2 } else { 0 }..];
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A value as part of a query.
pub fn encoded(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    encode_into(&mut out, value);
    out
}

/// Writes a value as part of a query at the end of an address.
pub fn encode_into(address: &mut String, value: &str) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/');
    if value.bytes().all(plain) {
        return address.push_str(value);
    }
    for byte in value.bytes() {
        match plain(byte) {
            true => address.push(char::from(byte)),
            false => {
                let (high, low) = (DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]);
                address.extend(['%', char::from(high), char::from(low)]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Request;

    fn entry(address: &str, headers: &[(&str, &str)]) -> Entry {
        let mut request = Request::builder().uri(address);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        Entry::read(&request.body(()).unwrap().into_parts().0)
    }

    #[test]
    fn the_language_is_that_of_the_address_then_of_the_cookie_then_of_the_browser() {
        assert_eq!(entry("/", &[("accept-language", "ru-RU,en;q=0.5")]).language, Language::Russian);
        let remembered = [("accept-language", "ru"), ("cookie", "x=1; lang=en")];
        assert_eq!(entry("/", &remembered).language, Language::English);
        assert_eq!(entry("/?lang=ru", &remembered).language, Language::Russian);
        assert_eq!(entry("/?lang=xx", &[]).language, Language::English);
    }

    #[test]
    fn json_is_given_to_those_who_ask_for_it_and_pages_to_browsers() {
        let json = |accept: &str| entry("/", &[("accept", accept)]).json;
        assert!(json("application/json"));
        assert!(!json("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"));
        assert!(!json("*/*"));
        assert!(json("text/html;q=0.1, application/json"));
    }

    #[test]
    fn a_day_may_be_typed_as_russians_write_it() {
        let day = |typed: &str| entry(&format!("/?as_of={typed}"), &[]).as_of;
        assert_eq!(day("30.06.2018").as_deref(), Some("2018-06-30"));
        assert_eq!(day("+1.6.2018+").as_deref(), Some("2018-06-01"));
        assert_eq!(day("06.2018").as_deref(), Some("2018-06"));
        assert_eq!(day("2018-06-30").as_deref(), Some("2018-06-30"));
        assert_eq!(day("6.18").as_deref(), Some("6.18"), "which century is not guessed");
        assert_eq!(day("issyk-kul-2018").as_deref(), Some("issyk-kul-2018"));
    }

    #[test]
    fn a_hostile_query_is_read_without_a_panic() {
        let read = entry("/search?q=%D0%98%D1%81+%zz%ff%&&=&as_of=", &[]);
        assert_eq!(read.asked("q"), Some("Ис %zz\u{fffd}%"));
        assert_eq!(read.as_of, None);
        assert_eq!(encoded("Иссык & co"), "%D0%98%D1%81%D1%81%D1%8B%D0%BA%20%26%20co");
    }
}
