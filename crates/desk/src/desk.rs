//! The desk: a store, its register in memory, and who may see what of it.

use crate::load;
use crate::search::{Found, QueryTooLong, Search};
use crate::world::{Clock, SystemChance, SystemClock};
use ledger::audience::Reader;
use ledger::chance::Chance;
use ledger::key::SecretKey;
use ledger::order::frozen;
use ledger::owner::World;
use ledger::register::Register;
use ledger::time::Stamp;
use ledger::view::{AsOf, View};
use review::act::KINDS;
use review::actor::Actor;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use store::{Files, Store, StoreError};

/// The only door to a ledger.
pub struct Desk {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) node: SecretKey,
    pub(crate) clock: Box<dyn Clock>,
    /// The register and the index over it, which belong together. Fed as soon as a batch is handed in, so that the
    /// next rule sees it; shown only up to `published`.
    shelved: RwLock<(Arc<Register>, Arc<Search>)>,
    /// How far the journal is on disk: the length of the snapshot that readers get.
    published: AtomicU64,
    /// Whoever performs an act stands here alone until it is handed in.
    pub(crate) line: Mutex<Line>,
    budget: Budget,
    /// The files beside the ledger; nothing where none are kept.
    pub(crate) files: Option<Files>,
    /// Whoever attaches or erases files stands here alone.
    pub(crate) filing: Mutex<()>,
}

/// What the one who performs an act holds.
pub(crate) struct Line {
    pub(crate) chance: Box<dyn Chance + Send>,
    /// How often the register was built anew: a failed batch leaves what was fed too early behind.
    pub(crate) generation: u64,
}

/// How much memory the register may take, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget(pub usize);

impl Budget {
    /// The default: two gigabytes, about a million short versions.
    pub const DEFAULT: Budget = Budget(2 << 30);

    /// From here on nothing new is taken in: four fifths.
    pub fn refuses(self, weight: usize) -> bool {
        weight / 4 >= self.0 / 5
    }
}

/// Why a desk cannot be opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DeskError {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The ledger is larger than the memory it may take.
    #[error("the ledger needs {needed} bytes of memory, {budget} are allowed")]
    Budget {
        /// About how much it needs.
        needed: usize,
        /// How much it may take.
        budget: usize,
    },
}

/// Who asks, and as of when.
#[derive(Debug, Clone)]
pub struct Scope {
    /// Who.
    pub reader: Reader,
    /// As of when.
    pub as_of: AsOf,
    /// Of which world: the exercise and the rest never stand on one page.
    pub world: World,
}

impl Scope {
    /// Anybody, today, of what is real or reconstructed.
    pub fn public() -> Self {
        Scope { reader: Reader::public(), as_of: AsOf::Now, world: World::Record }
    }

    /// The same of another world.
    pub fn of(self, world: World) -> Self {
        Scope { world, ..self }
    }

    /// The same reader as of another moment.
    pub fn as_of(self, as_of: AsOf) -> Self {
        Scope { as_of, ..self }
    }

    fn view<'r>(&self, register: &'r Register, head: u64) -> View<'r> {
        View::until(register, self.reader.clone(), self.as_of, head).of(self.world)
    }
}

impl Desk {
    /// Opens a desk on a store, with the machine's clock and chance.
    ///
    /// # Errors
    /// If the store cannot be read, or is larger than the budget.
    pub fn open(
        store: Arc<dyn Store>,
        node: SecretKey,
        budget: Budget,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Self, DeskError> {
        Self::open_with(store, node, budget, Box::new(SystemClock), Box::new(SystemChance), progress)
    }

    /// Opens a desk with a clock and a chance of the caller's.
    ///
    /// # Errors
    /// As [`Desk::open`].
    pub fn open_with(
        store: Arc<dyn Store>,
        node: SecretKey,
        budget: Budget,
        clock: Box<dyn Clock>,
        chance: Box<dyn Chance + Send>,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Self, DeskError> {
        let register = load::register(&*store, KINDS, progress)?;
        if register.weight() > budget.0 {
            return Err(DeskError::Budget { needed: register.weight(), budget: budget.0 });
        }
        Ok(Desk {
            store,
            node,
            clock,
            published: AtomicU64::new(register.head()),
            shelved: RwLock::new((Arc::new(register), Arc::default())),
            line: Mutex::new(Line { chance, generation: 0 }),
            budget,
            files: None,
            filing: Mutex::new(()),
        })
    }

    /// What that reader may see. The closure gets a view and nothing else.
    pub fn view<T>(&self, scope: &Scope, look: impl FnOnce(&View<'_>) -> T) -> T {
        // The head before the register: were it read after, a register that was just replaced could show under its
        // number what never came to the disk.
        let head = self.published.load(Ordering::Acquire);
        let register = self.register();
        look(&scope.view(&register, head))
    }

    /// Searches what that reader may see (see [`Search::find`]), and looks at what was found in the same view.
    pub fn search<T>(
        &self,
        scope: &Scope,
        query: &str,
        look: impl FnOnce(&View<'_>, Result<Found, QueryTooLong>) -> T,
    ) -> T {
        let head = self.published.load(Ordering::Acquire);
        let (register, search) = self.shelved();
        // Whoever came meanwhile may have brought the index further: that far the journal is published too.
        let head = search.catch_up(&register, head);
        let view = scope.view(&register, head);
        look(&view, search.find(&view, query))
    }

    /// Brings the search index up to date, so that the first search need not wait.
    pub fn warm_up(&self) {
        let head = self.published.load(Ordering::Acquire);
        let (register, search) = self.shelved();
        search.catch_up(&register, head);
    }

    /// The moment in UTC; never behind what the journal has seen.
    pub fn now(&self) -> Stamp {
        frozen(self.clock.now(), self.register().last_seen())
    }

    /// How many versions there are, and about how much memory they take: figures without content.
    pub fn figures(&self) -> Figures {
        let register = self.register();
        Figures { versions: register.len(), weight: register.weight(), budget: self.budget.0 }
    }

    /// Takes in what another process wrote to the same store.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn catch_up(&self) -> Result<(), StoreError> {
        let line = self.stand_in_line();
        let register = self.register();
        // What is handed in and not on disk yet is taken in when it is.
        let settled = self.published.load(Ordering::Acquire) == register.head();
        if !settled || self.store.head()?.n <= register.head() {
            return Ok(());
        }
        let files = self.named_files();
        load::catch_up(&*self.store, &register, &mut |_| {})?;
        self.publish(register.head());
        drop(line);
        self.drop_erased(files)
    }

    /// Finishes what was handed in and puts the store away.
    ///
    /// # Errors
    /// If something could not be put away.
    pub fn close(&self) -> Result<(), StoreError> {
        let _line = self.stand_in_line();
        self.store.close()
    }

    /// What somebody who acts sees: also what is handed in and not yet on disk.
    pub(crate) fn look_as<T>(&self, actor: &Actor, look: impl FnOnce(&View<'_>) -> T) -> T {
        self.look_with(actor.reader.clone(), look)
    }

    pub(crate) fn look_with<T>(&self, reader: Reader, look: impl FnOnce(&View<'_>) -> T) -> T {
        let register = self.register();
        look(&View::until(&register, reader, AsOf::Now, register.head()))
    }

    pub(crate) fn register(&self) -> Arc<Register> {
        self.shelved().0
    }

    fn shelved(&self) -> (Arc<Register>, Arc<Search>) {
        self.shelved.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// A line whose holder panicked holds nothing half done: what it fed too early is not published.
    pub(crate) fn stand_in_line(&self) -> MutexGuard<'_, Line> {
        self.line.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn publish(&self, head: u64) {
        self.published.fetch_max(head, Ordering::AcqRel);
    }

    pub(crate) fn is_full(&self, register: &Register) -> bool {
        self.budget.refuses(register.weight())
    }

    /// Builds register and index anew from the store, unless somebody did so since `generation`.
    pub(crate) fn rebuild(&self, generation: u64) -> Result<(), StoreError> {
        let mut line = self.stand_in_line();
        if line.generation == generation {
            let register = load::register(&*self.store, KINDS, &mut |_| {})?;
            self.published.store(register.head(), Ordering::Release);
            let anew = (Arc::new(register), Arc::default());
            *self.shelved.write().unwrap_or_else(PoisonError::into_inner) = anew;
            line.generation += 1;
        }
        Ok(())
    }
}

/// Figures without content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Figures {
    /// How many versions the register holds.
    pub versions: usize,
    /// About how many bytes it takes.
    pub weight: usize,
    /// How many it may take.
    pub budget: usize,
}
