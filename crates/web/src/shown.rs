//! What a screen shows of records that are not everybody's. What it shows is its JSON (see [`crate::answer::Screen`]): this
//! walks through it as a writer of JSON would, writes nothing, and remembers the records beside whose `record` an
//! `audience` stands that is not `public`. So no screen has to say what it shows, and none can forget to.

use ledger::id::RecordId;
use serde::Serialize;
use serde::ser::{self, Serializer};
use std::collections::BTreeSet;
use std::fmt::{Display, Error};

/// The records in what is shown that have readers of their own.
pub fn of_few<S: Serialize>(shown: &S) -> BTreeSet<RecordId> {
    let mut walk = Walk::default();
    // It writes nothing, and so nothing can fail but a value that cannot be told at all.
    let _ = shown.serialize(&mut walk);
    walk.of_few
}

/// The way through something that is shown.
#[derive(Default)]
struct Walk {
    /// The record that is spoken of here.
    record: Option<RecordId>,
    /// What the value that comes next is.
    next: Next,
    of_few: BTreeSet<RecordId>,
}

#[derive(Clone, Copy, Default, PartialEq)]
enum Next {
    /// Of no matter.
    #[default]
    Whatever,
    /// The record of which the fields beside it speak.
    Record,
    /// Who may read it.
    Audience,
    /// What sort of readers it has.
    Readers,
    /// The key of a map.
    Key,
    /// The key of a map that is an audience.
    KeyOfAudience,
}

impl Walk {
    fn field<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), Error> {
        self.next = self.what(name);
        self.value(value)
    }

    fn what(&self, name: &str) -> Next {
        match name {
            "record" => Next::Record,
            "audience" => Next::Audience,
            "type" if matches!(self.next, Next::Audience | Next::KeyOfAudience) => Next::Readers,
            _ => Next::Whatever,
        }
    }

    fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(&mut *self)?;
        self.next = Next::Whatever;
        Ok(())
    }

    fn word(&mut self, word: &str) {
        match self.next {
            Next::Record => self.record = word.parse().ok(),
            Next::Readers if word != "public" => self.of_few.extend(self.record),
            Next::Key | Next::KeyOfAudience => self.next = self.what(word),
            _ => {}
        }
    }

    /// What stands within a part speaks of the record that is named there, or else of that around it.
    fn part(&mut self) -> Part<'_> {
        Part { around: self.record, is_audience: self.next == Next::Audience, walk: self }
    }
}

/// A struct, a list or a map on the way.
struct Part<'w> {
    around: Option<RecordId>,
    is_audience: bool,
    walk: &'w mut Walk,
}

impl Part<'_> {
    fn end(self) -> Result<(), Error> {
        self.walk.record = self.around;
        Ok(())
    }

    fn inside(&mut self) {
        self.walk.next = if self.is_audience { Next::Audience } else { Next::Whatever };
    }
}

macro_rules! of_no_matter {
    ($($name:ident: $sort:ty),*) => { $(
        fn $name(self, _: $sort) -> Result<(), Error> {
            Ok(())
        }
    )* };
}

impl<'w> Serializer for &'w mut Walk {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Part<'w>;
    type SerializeTuple = Part<'w>;
    type SerializeTupleStruct = Part<'w>;
    type SerializeTupleVariant = Part<'w>;
    type SerializeMap = Part<'w>;
    type SerializeStruct = Part<'w>;
    type SerializeStructVariant = Part<'w>;

    of_no_matter! {
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_f32: f32,
        serialize_f64: f64, serialize_char: char, serialize_bytes: &[u8], serialize_unit_struct: &'static str
    }

    fn serialize_str(self, word: &str) -> Result<(), Error> {
        self.word(word);
        Ok(())
    }

    /// Ids and hashes are not even written out, unless one is looked for.
    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<(), Error> {
        match self.next {
            Next::Record => self.word(&value.to_string()),
            _ => self.next = Next::Whatever,
        }
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Error> {
        Ok(())
    }

    fn serialize_unit(self) -> Result<(), Error> {
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, word: &'static str) -> Result<(), Error> {
        self.serialize_str(word)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Part<'w>, Error> {
        Ok(self.part())
    }

    fn serialize_tuple(self, _: usize) -> Result<Part<'w>, Error> {
        Ok(self.part())
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Part<'w>, Error> {
        Ok(self.part())
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Part<'w>, Error> {
        Ok(self.part())
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Part<'w>, Error> {
        Ok(self.part())
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Part<'w>, Error> {
        Ok(self.part())
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Part<'w>, Error> {
        Ok(self.part())
    }
}

macro_rules! rows {
    ($($sort:ident: $name:ident),*) => { $(
        impl ser::$sort for Part<'_> {
            type Ok = ();
            type Error = Error;

            fn $name<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
                self.inside();
                self.walk.value(value)
            }

            fn end(self) -> Result<(), Error> {
                self.end()
            }
        }
    )* };
}

rows! {
    SerializeSeq: serialize_element, SerializeTuple: serialize_element,
    SerializeTupleStruct: serialize_field, SerializeTupleVariant: serialize_field
}

macro_rules! fields {
    ($($sort:ident),*) => { $(
        impl ser::$sort for Part<'_> {
            type Ok = ();
            type Error = Error;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
                self.inside();
                self.walk.field(name, value)
            }

            fn end(self) -> Result<(), Error> {
                self.end()
            }
        }
    )* };
}

fields! { SerializeStruct, SerializeStructVariant }

impl ser::SerializeMap for Part<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.walk.next = if self.is_audience { Next::KeyOfAudience } else { Next::Key };
        key.serialize(&mut *self.walk)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.walk.value(value)
    }

    fn end(self) -> Result<(), Error> {
        self.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledger::audience::{Audience, ReadersLabel};
    use ledger::id::Hash;
    use serde_json::json;

    fn record(seed: u8) -> RecordId {
        RecordId::from_chance([seed; 16])
    }

    #[derive(Serialize)]
    struct Line {
        record: RecordId,
        audience: Audience,
        answers: Vec<Line>,
        about: Option<RecordId>,
    }

    fn line(seed: u8, audience: Audience, answers: Vec<Line>) -> Line {
        Line { record: record(seed), audience, answers, about: Some(record(99)) }
    }

    #[test]
    fn what_has_readers_of_its_own_is_found_wherever_it_stands_and_what_is_everybodys_is_not() {
        let named = || Audience::readers(ReadersLabel::Named, [Hash::of(b"x")]);
        let series = Audience::Series { series: record(7) };
        let inner = vec![line(2, named(), vec![]), line(3, Audience::Public, vec![])];
        let page = vec![line(1, Audience::Public, inner), line(4, series, vec![]), line(5, named(), vec![])];
        assert_eq!(of_few(&page), BTreeSet::from([record(2), record(4), record(5)]));
        #[derive(Serialize)]
        struct Around<'l> {
            title: &'static str,
            #[serde(flatten)]
            line: &'l Line,
        }
        let around = Around { title: "x", line: &page[2] };
        assert_eq!(of_few(&around), BTreeSet::from([record(5)]), "a flattened one too");
    }

    #[test]
    fn a_history_speaks_of_its_record_in_each_line() {
        let history = json!({
            "record": record(1), "kind": "review.practice",
            "versions": [{"no": 1, "audience": {"type": "series", "series": record(7)}}],
        });
        assert_eq!(of_few(&history), BTreeSet::from([record(1)]));
    }
}
