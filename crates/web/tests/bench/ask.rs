//! Asking through the whole router, as a browser or a program would.

use super::House;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use tower::ServiceExt;

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    /// A header, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap_or_default())
    }

    /// The value of a cookie that it sets.
    pub fn cookie(&self, name: &str) -> Option<String> {
        let all = self.headers.get_all("set-cookie");
        let of_name = |cookie: &str| {
            let (pair, _) = cookie.split_once(';').unwrap_or((cookie, ""));
            pair.split_once('=').filter(|(key, _)| *key == name).map(|(_, value)| value.to_owned())
        };
        all.iter().find_map(|cookie| of_name(cookie.to_str().unwrap_or_default()))
    }
}

/// In which form a page is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum As {
    Page,
    Json,
}

/// Somebody with a browser: its router and its cookies.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    pub cookies: String,
}

impl House {
    /// A browser with these cookies.
    pub fn browser(&self, cookies: &str) -> Browser {
        Browser { router: web::router(self.site.clone()), cookies: cookies.to_owned() }
    }
}

impl Browser {
    /// Whatever request.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        Answer { status, headers, text: String::from_utf8_lossy(&bytes).into_owned() }
    }

    /// A request with the browser's cookies.
    pub fn request(&self, method: &str, path: &str) -> axum::http::request::Builder {
        Request::builder()
            .method(method)
            .uri(path)
            .header("host", "tamga.example")
            .header("accept-language", "en")
            .header("cookie", &self.cookies)
    }

    pub async fn get(&self, path: &str, form: As) -> Answer {
        let accept = if form == As::Json { "application/json" } else { "text/html" };
        self.send(self.request("GET", path).header("accept", accept).body(Body::empty()).unwrap()).await
    }

    pub async fn page(&self, path: &str) -> Answer {
        self.get(path, As::Page).await
    }

    /// A form of a page of this installation.
    pub async fn post(&self, path: &str, form: &str) -> Answer {
        let request = self
            .request("POST", path)
            .header("origin", "http://tamga.example")
            .header("content-type", "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(form.to_owned())).unwrap()).await
    }

    /// The methods that an address takes.
    pub async fn methods(&self, path: &str) -> String {
        let answer = self.send(self.request("TRACE", path).body(Body::empty()).unwrap()).await;
        answer.header("allow").to_owned()
    }
}
