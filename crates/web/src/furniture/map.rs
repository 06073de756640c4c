//! The map of States: outlines from a file that the operator supplies, without tint, with names in the page's language.

use super::frame::Frame;
use super::phrase::Address;
use maud::{Markup, html};
use review::party::Party;
use serde_json::Value;
use std::fmt::Write;

/// What the file is called in the data folder.
pub const FILE: &str = "map.geojson";

/// The largest file that is read, in bytes.
const LARGEST: usize = 16 << 20;

/// The width of the drawing; its height follows from the outlines.
const WIDTH: f64 = 1000.0;

/// Outlines of States, as a file in GeoJSON gives them.
#[derive(Debug)]
pub struct Map {
    outlines: Vec<Outline>,
    /// West, south, east, north.
    bounds: [f64; 4],
}

/// One feature of the file.
#[derive(Debug)]
struct Outline {
    /// Everything that its properties say: label, codes, names.
    says: Vec<String>,
    rings: Vec<Vec<[f64; 2]>>,
}

/// Why a file cannot be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MapError {
    /// It is larger than a map of a region needs to be.
    TooLarge,
    /// It is no JSON.
    NotJson,
    /// It holds no polygon.
    Empty,
}

impl MapError {
    /// The message that says so.
    pub fn key(self) -> &'static str {
        match self {
            MapError::TooLarge => "cli-map-too-large",
            MapError::NotJson => "cli-map-not-json",
            MapError::Empty => "cli-map-empty",
        }
    }
}

impl Map {
    /// Reads a feature collection of polygons.
    ///
    /// # Errors
    /// As [`MapError`] says.
    pub fn read(text: &str) -> Result<Self, MapError> {
        if text.len() > LARGEST {
            return Err(MapError::TooLarge);
        }
        let file: Value = serde_json::from_str(text).map_err(|_| MapError::NotJson)?;
        let features = file["features"].as_array().map(Vec::as_slice).unwrap_or_default();
        let outlines: Vec<Outline> = features.iter().filter_map(Outline::of).collect();
        match outlines.is_empty() {
            true => Err(MapError::Empty),
            false => Ok(Map { bounds: bounds(&outlines), outlines }),
        }
    }

    /// The drawing of those States whose outlines the file has. `address`: where a State's page stands.
    pub fn draw<'s>(&self, frame: &Frame, states: &[(&'s Party, Address)]) -> Markup {
        let drawn: Vec<(&Outline, &(&'s Party, Address))> = (self.outlines.iter())
            .filter_map(|outline| Some((outline, states.iter().find(|(party, _)| outline.is(party))?)))
            .collect();
        if drawn.is_empty() {
            return html! { p.mute { (frame.say("states-map-none-of-these")) } };
        }
        let [_, south, _, north] = self.bounds;
        let height = (north - south) * self.scale();
        let title = frame.say("states-map-title");
        html! {
            figure.map {
                div.wrap tabindex="0" role="region" aria-label=(frame.say("states-map-scrolls")) {
                    svg viewBox=(format!("0 0 {WIDTH} {height:.0}")) role="group" aria-labelledby="map-title" {
                        title #map-title { (title) }
                        @for (outline, _) in &drawn { path.land d=(self.path(outline)) {} }
                        @for (outline, (party, address)) in &drawn {
                            @let [x, y] = self.label_at(outline);
                            a href=(address) {
                                text.pl x=(format!("{x:.1}")) y=(format!("{y:.1}")) text-anchor="middle" { (frame.words(&party.name)) }
                            }
                        }
                    }
                }
                figcaption.caveat { (frame.say("states-map-disclaimer")) }
            }
        }
    }

    /// Units of the drawing in a degree of latitude. A degree of longitude is shorter, as in the middle of the map.
    fn scale(&self) -> f64 {
        let [west, _, east, _] = self.bounds;
        WIDTH / ((east - west) * self.narrowing()).max(0.001)
    }

    fn narrowing(&self) -> f64 {
        let [_, south, _, north] = self.bounds;
        ((south + north) / 2.0).to_radians().cos().max(0.1)
    }

    fn point(&self, [longitude, latitude]: [f64; 2]) -> [f64; 2] {
        let [west, _, _, north] = self.bounds;
        let scale = self.scale();
        [(longitude - west) * self.narrowing() * scale, (north - latitude) * scale]
    }

    /// The rings as one path, rounded to a tenth; points that fall together are drawn once.
    fn path(&self, outline: &Outline) -> String {
        let mut path = String::new();
        for ring in &outline.rings {
            let mut last = None;
            for point in
                ring.iter().map(|point| self.point(*point).map(|value| (value * 10.0).round() as i64))
            {
                if last == Some(point) {
                    continue;
                }
                let letter = if last.is_none() { 'M' } else { 'L' };
                // Writing to a string does not fail.
                let _ = write!(
                    path,
                    "{letter}{}.{} {}.{}",
                    point[0] / 10,
                    (point[0] % 10).abs(),
                    point[1] / 10,
                    (point[1] % 10).abs()
                );
                last = Some(point);
            }
            path.push('z');
        }
        path
    }

    /// The middle of the largest ring.
    fn label_at(&self, outline: &Outline) -> [f64; 2] {
        let largest = outline.rings.iter().max_by(|one, other| area(one).abs().total_cmp(&area(other).abs()));
        self.point(largest.map(|ring| middle(ring)).unwrap_or_default())
    }
}

impl Outline {
    fn of(feature: &Value) -> Option<Self> {
        let geometry = &feature["geometry"];
        let polygons: Vec<&Value> = match geometry["type"].as_str()? {
            "Polygon" => vec![&geometry["coordinates"]],
            "MultiPolygon" => geometry["coordinates"].as_array()?.iter().collect(),
            _ => return None,
        };
        let rings: Vec<Vec<[f64; 2]>> = (polygons.into_iter().filter_map(Value::as_array).flatten())
            .filter_map(|ring| ring.as_array()?.iter().map(point).collect())
            .filter(|ring: &Vec<[f64; 2]>| ring.len() > 3)
            .collect();
        let properties = feature["properties"].as_object().into_iter().flatten();
        let says = properties.filter_map(|(_, value)| Some(value.as_str()?.to_lowercase())).collect();
        (!rings.is_empty()).then_some(Outline { says, rings })
    }

    /// Whether a property gives the State's label or one of its names.
    fn is(&self, party: &Party) -> bool {
        let says = |word: &str| self.says.contains(&word.to_lowercase());
        says(&party.label) || party.name.wordings.values().any(|wording| says(&wording.words))
    }
}

fn point(value: &Value) -> Option<[f64; 2]> {
    let (longitude, latitude) = (value[0].as_f64()?, value[1].as_f64()?);
    let there = longitude.abs() <= 180.0 && latitude.abs() <= 90.0;
    there.then_some([longitude, latitude])
}

fn bounds(outlines: &[Outline]) -> [f64; 4] {
    let mut bounds = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
    for [longitude, latitude] in outlines.iter().flat_map(|outline| outline.rings.iter().flatten()) {
        bounds = [
            bounds[0].min(*longitude),
            bounds[1].min(*latitude),
            bounds[2].max(*longitude),
            bounds[3].max(*latitude),
        ];
    }
    bounds
}

/// Twice the area of a ring, with a sign.
fn area(ring: &[[f64; 2]]) -> f64 {
    ring.windows(2).map(|pair| pair[0][0] * pair[1][1] - pair[1][0] * pair[0][1]).sum()
}

/// The centre of gravity of a ring; of one without area, its first point.
fn middle(ring: &[[f64; 2]]) -> [f64; 2] {
    let whole = area(ring);
    if whole.abs() < 1e-9 {
        return ring.first().copied().unwrap_or_default();
    }
    let sum = |axis: usize| -> f64 {
        ring.windows(2)
            .map(|pair| {
                let cross = pair[0][0] * pair[1][1] - pair[1][0] * pair[0][1];
                (pair[0][axis] + pair[1][axis]) * cross
            })
            .sum()
    };
    [sum(0) / (3.0 * whole), sum(1) / (3.0 * whole)]
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARE: &str = r#"{"type":"FeatureCollection","features":[{"type":"Feature",
        "properties":{"name":"Aldmark","rank":1},
        "geometry":{"type":"Polygon","coordinates":[[[10,50],[14,50],[14,54],[10,54],[10,50]]]}}]}"#;

    #[test]
    fn an_outline_is_drawn_to_scale_and_its_name_stands_in_its_middle() {
        let map = Map::read(SQUARE).unwrap();
        let [x, y] = map.label_at(&map.outlines[0]);
        assert!((x - 500.0).abs() < 0.1 && y > 800.0 && y < 820.0, "{x} {y}");
        assert!(map.path(&map.outlines[0]).starts_with("M0.0 "));
    }

    #[test]
    fn what_is_no_map_says_so() {
        assert_eq!(Map::read("{").unwrap_err(), MapError::NotJson);
        assert_eq!(Map::read("{\"features\":[{\"geometry\":7}]}").unwrap_err(), MapError::Empty);
        let hostile = SQUARE.replace("14,54", "1e300,54");
        assert_eq!(Map::read(&hostile).unwrap_err(), MapError::Empty);
    }
}
