//! A router that knows its own addresses, so that no test can forget one.

use crate::entry::{EXERCISE, InExercise};
use crate::show::Site;
use axum::Router;
use axum::extract::Extension;
use axum::routing::MethodRouter;

/// The addresses of a part of the site. A part can only be merged as such a list: what is reached is listed.
#[derive(Default)]
pub struct Routes {
    router: Router<Site>,
    listed: Vec<String>,
}

impl Routes {
    /// None yet.
    pub fn new() -> Self {
        Routes::default()
    }

    /// With one more address.
    #[must_use]
    pub fn route(mut self, pattern: &str, methods: MethodRouter<Site>) -> Self {
        self.listed.push(pattern.to_owned());
        Routes { router: self.router.route(pattern, methods), listed: self.listed }
    }

    /// With those of another part.
    #[must_use]
    pub fn merge(mut self, other: Routes) -> Self {
        self.listed.extend(other.listed);
        Routes { router: self.router.merge(other.router), listed: self.listed }
    }

    /// With those of another part once more, below the exercise.
    #[must_use]
    pub fn merge_in_exercise(mut self, other: Routes) -> Self {
        let below = |pattern: &String| format!("{EXERCISE}{}", pattern.trim_end_matches('/'));
        self.listed.extend(other.listed.iter().map(below));
        let router = self.router.nest(EXERCISE, other.router.layer(Extension(InExercise)));
        Routes { router, listed: self.listed }
    }

    /// The patterns of all addresses.
    pub fn listed(&self) -> &[String] {
        &self.listed
    }

    /// The router.
    pub fn into_router(self) -> Router<Site> {
        self.router
    }
}
