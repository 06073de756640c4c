//! `view ADDRESS`: the page's JSON, from the same router that serves browsers.

use crate::failure::{Failure, REFUSED};
use crate::installation;
use axum::body::{Body, to_bytes};
use axum::http::{Request, Response, StatusCode, header};
use desk::Budget;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use tower::ServiceExt;
use web::Site;
use words::Message;

/// Prints what the public may read at an address.
pub fn view(address: &str, as_of: Option<&str>, data: &Path) -> Result<ExitCode, Failure> {
    if !address.starts_with('/') {
        return Err(Failure::new(REFUSED, Message::new("cli-address-form").with("address", address)));
    }
    let nothing = || Failure::new(REFUSED, Message::new("cli-no-page").with("address", address));
    let joint = if address.contains('?') { '&' } else { '?' };
    let whole = as_of.map_or_else(|| address.to_owned(), |day| format!("{address}{joint}as_of={day}"));
    let request = Request::get(whole)
        .header(header::ACCEPT, "application/json")
        .body(Body::empty())
        .map_err(|_| nothing())?;
    let desk = Arc::new(installation::open(data, Budget::DEFAULT)?);
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|_| nothing())?;
    let site = Site::public(desk.clone(), "Tamga");
    let asked = runtime.block_on(async {
        let response = web::router(site).oneshot(request).await.ok()?;
        Some((response.status(), read(response).await?))
    });
    desk.close()?;
    let (status, text) = asked.ok_or_else(nothing)?;
    super::print(&text)?;
    match status {
        status if status.is_success() => Ok(ExitCode::SUCCESS),
        // Why is in the problem that was printed: an address or a day that cannot be read says nothing of what there is.
        StatusCode::BAD_REQUEST => {
            Err(Failure::new(REFUSED, Message::new("cli-address-unread").with("address", address)))
        }
        _ => Err(nothing()),
    }
}

async fn read(response: Response<Body>) -> Option<String> {
    let bytes = to_bytes(response.into_body(), usize::MAX).await.ok()?;
    String::from_utf8(bytes.into()).ok()
}
